/** The words of the analysis: acts, states, and why an act is refused. */

export const messages = {
  zh: {
    states: { draft: '草稿', issued: '已印发' },
    acts: {
      create: '起草',
      chooseVerdict: '确认结论',
      editParagraph: '修改段落',
      resetParagraph: '恢复生成的文字',
      discard: '作废草稿',
      issue: '印发',
      export: '下载文档',
    },
    grounds: {
      'period-malformed': '时段“{period}”无法识别。写法如：2026、2026H1、2026Q2、2026-06、2026-04-10..2026-05-09。',
      'period-no-such-day': '时段“{period}”中有不存在的日期。',
      'period-backwards': '时段“{period}”的起始日晚于截止日。',
      'draft-exists': '这一时段已有一份草稿，请在那份草稿上继续。',
      'no-such-verdict': '没有这个结论，请从结论表中选择。',
      'reason-wanted': '所选结论与系统提出的不同，请写明理由。',
      'no-such-paragraph': '文中没有这个段落，可能因数据变化已不再生成。',
      'not-edited': '这一段没有人工修改，不需要恢复。',
      'period-not-over': '统计时段尚未结束，不能印发。',
      'verdict-not-chosen': '形势结论尚未经人确认，不能印发。',
      'proposal-moved': '确认结论之后数据有变化，系统提出的结论已不同，请重新确认。',
      'edits-to-review': '有人工修改的段落所依据的数据已变化，请逐段核对后重新保存或恢复。',
      'figures-moved': '页面打开之后数据或文字有变化，请刷新核对后再印发。',
      'code-entry-unsound': '代码表 {table} 中 {code} 的设置不正确（{field}），请更正。',
      'not-issued': '草稿没有冻结的记录和修订情况，印发后才有。',
    },
  },
  en: {
    states: { draft: 'Draft', issued: 'Issued' },
    acts: {
      create: 'Draft',
      chooseVerdict: 'Confirm the verdict',
      editParagraph: 'Edit a paragraph',
      resetParagraph: 'Back to the generated text',
      discard: 'Discard the draft',
      issue: 'Issue',
      export: 'Download the document',
    },
    grounds: {
      'period-malformed': '“{period}” is no period. Write 2026, 2026H1, 2026Q2, 2026-06 or 2026-04-10..2026-05-09.',
      'period-no-such-day': '“{period}” has a day that does not exist.',
      'period-backwards': '“{period}” begins after it ends.',
      'draft-exists': 'There is a draft of this period; go on with that one.',
      'no-such-verdict': 'There is no such verdict; choose one from the table.',
      'reason-wanted': 'This verdict differs from the proposed one: say why.',
      'no-such-paragraph': 'There is no such paragraph; with the present figures it is not written any more.',
      'not-edited': 'Nobody edited this paragraph.',
      'period-not-over': 'The period is not over: it cannot be issued yet.',
      'verdict-not-chosen': 'Nobody has confirmed the verdict: it cannot be issued yet.',
      'proposal-moved':
        'The figures have moved since the verdict was confirmed, and the proposal with them: confirm again.',
      'edits-to-review':
        'Figures under paragraphs written by hand have moved: look at each, save it again or reset it.',
      'figures-moved': 'Figures or text have moved since you opened the page: look again, then issue.',
      'code-entry-unsound': 'Entry {code} of code table {table} is unsound ({field}): put it right.',
      'not-issued': 'A draft has no frozen records and no revisions; an issued analysis has.',
    },
  },
} as const
