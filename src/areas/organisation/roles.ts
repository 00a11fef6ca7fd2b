/** Roles of the district and what each may do: the one table of permissions. */

/** Every permission that a route may name, with what it opens. */
export const permissions = {
  'organisation.read': { zh: '查看机构、岗位、人员和区域', en: 'See bodies, posts, people and areas' },
  'organisation.write': { zh: '维护机构、岗位、人员和区域', en: 'Keep bodies, posts, people and areas' },
  'codes.read': { zh: '查看代码表', en: 'See code tables' },
  'codes.write': { zh: '维护代码表', en: 'Keep code tables' },
  'accounts.read': { zh: '查看账号', en: 'See accounts' },
  'accounts.create': { zh: '开设、停用账号', en: 'Open and close accounts' },
  'accounts.secure': { zh: '授予角色、重置口令、解除锁定', en: 'Grant roles, reset passwords, unlock' },
  'ledger.read': { zh: '查阅审计日志', en: 'Read the audit trail' },
  'premises.read': { zh: '查看场所单位', en: 'See the register of premises' },
  'premises.write': { zh: '登记、更正场所单位', en: 'Enter and correct premises' },
  'premises.reveal': { zh: '查看责任人姓名电话', en: 'See names and phones of people in charge' },
  'premises.assign': { zh: '分派责任民警、调整列管类别', en: 'Assign officers and lists' },
  'premises.transfer': { zh: '移交、接收监管对象', en: 'Hand premises over and take them' },
  'premises.merge': { zh: '合并重复档案', en: 'Merge duplicate records' },
  'premises.import': { zh: '导入场所单位', en: 'Import premises' },
  'premises.renew': { zh: '导入市场主体登记数据', en: 'Import the business register' },
  'premises.export': { zh: '导出场所单位', en: 'Export premises' },
  'hazards.read': { zh: '查看火灾隐患', en: 'See hazards' },
  'hazards.order': { zh: '责令改正、复查隐患', en: 'Order hazards put right and see them again' },
  'hazards.approve': { zh: '审批延期、移送处罚、撤销', en: 'Decide extensions, penalties and what is struck' },
  'papers.read': { zh: '查看法律文书', en: 'See papers' },
  'papers.issue': { zh: '签发、送达、作废法律文书', en: 'Issue, serve and strike papers' },
  'papers.keep': { zh: '维护文书编号和文书模板', en: 'Keep numbers and texts of papers' },
  'inspections.read': { zh: '查看检查', en: 'See visits' },
  'inspections.draw': { zh: '组织双随机抽查', en: 'Hold a random draw' },
  'inspections.visit': { zh: '登记检查', en: 'Enter visits' },
  'work.urge': { zh: '催办', en: 'Urge what is due' },
  'inspections.checklists': { zh: '维护检查项目表', en: 'Keep the checklists' },
  'incidents.read': { zh: '查看警情火灾', en: 'See alarms and fires' },
  'incidents.enter': { zh: '登记警情（本地台账）', en: 'Enter alarms in the local register' },
  'incidents.correct': { zh: '更正、核销警情', en: 'Correct and write off alarms' },
  'incidents.import': { zh: '导入警情', en: 'Import alarms' },
  'incidents.export': { zh: '导出警情', en: 'Export alarms' },
  'analysis.read': { zh: '查看形势分析', en: 'See the analysis' },
  'analysis.readNamed': { zh: '查看内部版（具名）', en: 'See the internal version with names' },
  'analysis.draft': { zh: '起草形势分析', en: 'Draft the analysis' },
  'analysis.issue': { zh: '确认结论、印发', en: 'Confirm the verdict and issue' },
} as const
export type Permission = keyof typeof permissions

/** How far a role sees: the whole district, its own station, its own street's communities, or no business records. */
export type ReachKind = 'district' | 'station' | 'street' | 'none'

export interface RoleRule {
  readonly zh: string
  readonly en: string
  readonly reach: ReachKind
  readonly may: readonly Permission[]
  /** One of the three separated administrators (三员分立, GB/T 22239-2019 §8.1.5): sees no business record. */
  readonly administrator?: true
}

const reader = [
  'organisation.read',
  'codes.read',
  'premises.read',
  'incidents.read',
  'hazards.read',
  'papers.read',
  'inspections.read',
  'analysis.read',
] as const
/** What it takes to visit places and to have hazards put right. */
const inspecting = ['inspections.visit', 'hazards.order', 'papers.issue'] as const
/** What it takes to keep the register of one's own ground. */
const keeper = ['premises.write', 'premises.reveal'] as const
/** What it takes to answer for it. */
const registrar = [
  ...keeper,
  'premises.assign',
  'premises.transfer',
  'premises.merge',
  'premises.import',
  'premises.export',
] as const

export const roles = {
  officer: {
    zh: '社区民警',
    en: 'Community officer',
    reach: 'station',
    may: [...reader, ...keeper, ...inspecting, 'incidents.enter'],
  },
  stationHead: {
    zh: '派出所所长',
    en: 'Station head',
    reach: 'station',
    may: [
      ...reader,
      ...registrar,
      ...inspecting,
      'hazards.approve',
      'work.urge',
      'inspections.draw',
      'papers.keep',
      'incidents.enter',
      'incidents.correct',
      'incidents.export',
    ],
  },
  brigadeInspector: {
    zh: '消防监督员',
    en: 'Brigade inspector',
    reach: 'district',
    may: [
      ...reader,
      ...registrar,
      ...inspecting,
      'hazards.approve',
      'work.urge',
      'inspections.draw',
      'papers.keep',
      'inspections.checklists',
      'premises.renew',
      'incidents.enter',
      'incidents.correct',
      'incidents.export',
      'analysis.readNamed',
    ],
  },
  brigadeStatistician: {
    zh: '消防统计员',
    en: 'Brigade statistician',
    reach: 'district',
    may: [
      ...reader,
      'codes.write',
      'premises.import',
      'premises.renew',
      'premises.export',
      'incidents.enter',
      'incidents.correct',
      'incidents.import',
      'incidents.export',
      'analysis.readNamed',
      'analysis.draft',
      'analysis.issue',
    ],
  },
  branchLeader: {
    zh: '分局领导',
    en: 'Branch leader',
    reach: 'district',
    may: [
      ...reader,
      'work.urge',
      'inspections.draw',
      'premises.reveal',
      'premises.export',
      'incidents.export',
      'analysis.readNamed',
      'analysis.draft',
      'analysis.issue',
    ],
  },
  departmentLiaison: {
    zh: '部门联络员',
    en: 'Department liaison',
    reach: 'none',
    may: ['organisation.read', 'codes.read', 'analysis.read'],
  },
  streetLiaison: {
    zh: '街道联络员',
    en: 'Street liaison',
    reach: 'street',
    may: [...reader, ...keeper, ...inspecting, 'premises.transfer', 'hazards.approve'],
  },
  planner: { zh: '规划员', en: 'Planner', reach: 'district', may: reader },
  systemAdmin: {
    zh: '系统管理员',
    en: 'System administrator',
    reach: 'none',
    administrator: true,
    may: ['organisation.read', 'organisation.write', 'codes.read', 'codes.write', 'accounts.read', 'accounts.create'],
  },
  securityAdmin: {
    zh: '安全管理员',
    en: 'Security administrator',
    reach: 'none',
    administrator: true,
    may: ['organisation.read', 'accounts.read', 'accounts.secure'],
  },
  auditAdmin: {
    zh: '审计管理员',
    en: 'Audit administrator',
    reach: 'none',
    administrator: true,
    may: ['accounts.read', 'ledger.read'],
  },
  /** A new account, until the security administrator grants it a role. */
  unassigned: { zh: '待授权', en: 'Unassigned', reach: 'none', may: [] },
} as const satisfies Record<string, RoleRule>

export type Role = keyof typeof roles
export const roleKeys = Object.keys(roles) as Role[]
export const isRole = (key: string): key is Role => key in roles

/** Who may do it. */
export const rolesThatMay = (permission: Permission): Role[] =>
  roleKeys.filter((role) => permissionsOf(role).includes(permission))

/** The permissions of a role; none for a role that the table does not know. */
export const permissionsOf = (role: string): readonly Permission[] => (isRole(role) ? roles[role].may : [])

const administers = (role: string): boolean => isRole(role) && 'administrator' in roles[role]

/**
 * Whether an account may go from one role to another (三员分立): an administrator stays what it is, and only an account
 * without a role becomes one.
 */
export const mayBecome = (from: string, to: Role): boolean =>
  from === to || (!administers(from) && (from === 'unassigned' || !administers(to)))
