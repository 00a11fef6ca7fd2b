/** The people whom tests, the demonstration and its sign-in page know by user name. All of them are invented. */
import type { Role } from '../../areas/organisation/roles.ts'

/** Of the demonstration accounts alone, and shown on its sign-in page. */
export const demoPassword = 'Shouwang-119'

export interface CastMember {
  readonly username: string
  readonly name: string
  readonly role: Role
  /** The code of the body in which this person works, and the post there. */
  readonly body: string
  readonly post: string
}

export const cast = [
  { username: 'leader', name: '李守正', role: 'branchLeader', body: 'FJ', post: '副局长' },
  { username: 'statistician', name: '孙明算', role: 'brigadeStatistician', body: 'XF', post: '统计员' },
  { username: 'inspector', name: '周巡安', role: 'brigadeInspector', body: 'XF', post: '监督员' },
  { username: 'head', name: '赵望', role: 'stationHead', body: 'PCS01', post: '所长' },
  { username: 'officer', name: '钱勤', role: 'officer', body: 'PCS01', post: '社区民警' },
  { username: 'dept', name: '吴联', role: 'departmentLiaison', body: 'BM01', post: '联络员' },
  { username: 'street', name: '郑街', role: 'streetLiaison', body: 'JD01', post: '联络员' },
  { username: 'planner', name: '王划', role: 'planner', body: 'XF', post: '规划员' },
  { username: 'sysadmin', name: '冯系', role: 'systemAdmin', body: 'FJ', post: '系统管理员' },
  { username: 'secadmin', name: '陈安', role: 'securityAdmin', body: 'FJ', post: '安全管理员' },
  { username: 'auditor', name: '褚审', role: 'auditAdmin', body: 'FJ', post: '审计管理员' },
] as const satisfies readonly CastMember[]

export type CastName = (typeof cast)[number]['username']
