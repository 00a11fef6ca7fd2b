/** What notices say, by their key. An area that tells people something adds its words here. */

export const noticeWords = {
  zh: {
    'analysis.issued': '{title} 已印发',
    'analysis.revised': '{title} 印发后，有 {n} 条记录被更正',
    importDone: '{file} 导入完成：新增 {rowsNew} 条，更新 {rowsChanged} 条',
    'import.refused': '{file} 未导入：{bad} 行有误',
    'import.interrupted': '{file} 导入中断，没有写入任何记录，请重新导入',
    'account.passwordReset': '您的口令已由安全管理员重置',
    'account.roleGranted': '您的角色已改为 {role}',
  },
  en: {
    'analysis.issued': '{title} was issued',
    'analysis.revised': '{title}: {n} records were corrected after its issue',
    importDone: '{file} was imported: {rowsNew} new, {rowsChanged} changed',
    'import.refused': '{file} was not imported: {bad} rows are wrong',
    'import.interrupted': 'The import of {file} was interrupted; nothing was written; please import it again',
    'account.passwordReset': 'The security administrator has reset your password',
    'account.roleGranted': 'Your role is now {role}',
  },
} as const
