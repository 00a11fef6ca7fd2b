/** What notices say, by their key. An area that tells people something adds its words here. */

export const noticeWords = {
  zh: {
    importDone: '{file} 导入完成：新增 {rowsNew} 条，更新 {rowsChanged} 条',
  },
  en: {
    importDone: '{file} was imported: {rowsNew} new, {rowsChanged} changed',
  },
} as const
