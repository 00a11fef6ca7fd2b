/** The icon of each entry of the menu. */
import {
  AimOutlined,
  ApartmentOutlined,
  AuditOutlined,
  ClusterOutlined,
  CopyOutlined,
  DashboardOutlined,
  EnvironmentOutlined,
  FileTextOutlined,
  FireOutlined,
  GlobalOutlined,
  HomeOutlined,
  ImportOutlined,
  ProfileOutlined,
  ReconciliationOutlined,
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
  premisesMap: <GlobalOutlined />,
  premisesLocate: <AimOutlined />,
  premisesTransfers: <SwapOutlined />,
  premisesOfficers: <SolutionOutlined />,
  premisesUpkeep: <ReconciliationOutlined />,
  premisesTwins: <CopyOutlined />,
  organisation: <ApartmentOutlined />,
  areas: <ClusterOutlined />,
  codes: <ProfileOutlined />,
  accounts: <TeamOutlined />,
  ledger: <AuditOutlined />,
}
