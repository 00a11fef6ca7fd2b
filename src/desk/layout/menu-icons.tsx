/** The icon of each entry of the menu. */
import {
  ApartmentOutlined,
  AuditOutlined,
  ClusterOutlined,
  DashboardOutlined,
  EnvironmentOutlined,
  FileTextOutlined,
  FireOutlined,
  HomeOutlined,
  ImportOutlined,
  ProfileOutlined,
  ShopOutlined,
  SolutionOutlined,
  SwapOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { MenuKey } from '../routes.tsx'

export const menuIcons: Readonly<Record<MenuKey, ReactNode>> = {
  home: <HomeOutlined />,
  analysis: <DashboardOutlined />,
  analysisDrafts: <FileTextOutlined />,
  incidents: <FireOutlined />,
  incidentMap: <EnvironmentOutlined />,
  incidentImport: <ImportOutlined />,
  premises: <ShopOutlined />,
  premisesTransfers: <SwapOutlined />,
  premisesOfficers: <SolutionOutlined />,
  organisation: <ApartmentOutlined />,
  areas: <ClusterOutlined />,
  codes: <ProfileOutlined />,
  accounts: <TeamOutlined />,
  ledger: <AuditOutlined />,
}
