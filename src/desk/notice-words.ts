/** What notices say, by their key. An area that tells people something adds its words here. */

export const noticeWords = {
  zh: {
    importDone: '{file} 导入完成：新增 {rowsNew} 条，更新 {rowsChanged} 条',
    importRefused: '{file} 未能导入，没有写入任何数据；请打开查看原因',
    classChanged: '{what} 由{fromZh}火灾改定为{toZh}火灾，现死亡 {deaths} 人',
    deathRecorded: '{what} 补记死亡，现死亡 {deaths} 人，仍为{toZh}火灾',
    transferOffered: '{from}请您单位接收“{what}”的监管',
    transfersOffered: '{from}请您单位接收 {n} 个场所单位的监管',
    transferAccepted: '{to}已接收“{what}”的监管',
    transferReturned: '{to}退回了“{what}”的移交：{reason}',
    transferWithdrawn: '{from}撤回了“{what}”的移交',
    ledgerBroken: '夜间核对发现审计日志被改动，首个问题在第 {position} 条，请立即查证',
    recordsDiffer: '夜间核对发现 {n} 条记录与审计日志不一致（绕过系统改动），请立即查证',
    analysisIssued: '{zh}形势分析已由{who}印发',
    analysisReissued: '{zh}形势分析已由{who}重新印发（第{edition}版），请以本版为准',
  },
  en: {
    importDone: '{file} was imported: {rowsNew} new, {rowsChanged} changed',
    importRefused: '{file} was not imported and nothing was written: see why',
    classChanged: '{what}: class {fromEn} became {toEn}, {deaths} dead now',
    deathRecorded: '{what}: a death was recorded, {deaths} dead now, class still {toEn}',
    transferOffered: '{from} asks your body to take over {what}',
    transfersOffered: '{from} asks your body to take over {n} premises',
    transferAccepted: '{to} has taken over {what}',
    transferReturned: '{to} has returned {what}: {reason}',
    transferWithdrawn: '{from} has taken back its offer of {what}',
    ledgerBroken: 'The nightly check found the ledger changed, first at position {position}: look into it at once',
    recordsDiffer: 'The nightly check found {n} records changed behind the ledger’s back: look into it at once',
    analysisIssued: 'The analysis of {en} was issued by {who}',
    analysisReissued: 'The analysis of {en} was issued anew by {who} (edition {edition}): this one holds',
  },
} as const
