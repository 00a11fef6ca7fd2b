/** The words of transfers: states, acts, grounds of refusal. */

export const messages = {
  zh: {
    states: { offered: '待接收', accepted: '已接收', returned: '已退回', withdrawn: '已撤回' },
    acts: {
      'transfer.offer': '移交监管',
      'transfer.accept': '接收监管',
      'transfer.return': '退回移交',
      'transfer.withdraw': '撤回移交',
      'premises.transfer': '变更监管单位',
    },
    grounds: {
      'not-the-supervisor': '只有现监管单位的人员可以移交。',
      'not-the-receiver': '只有接收单位的人员可以接收或退回。',
      'not-the-offerer': '只有移交单位的人员可以撤回。',
      'transfer-to-itself': '它已由该单位监管，不需要移交。',
      'transfer-open': '已有一件移交等待对方答复，请先等待或撤回。',
      'supervisor-moved': '它的监管单位已经变更，这件移交不能再接收，请退回。',
      'no-proposed-body': '按规定应监管的单位无法确定（位置未知，或尚未设立该单位），请指定接收单位。',
      'not-a-supervising-body': '所选单位不能监管场所单位，或已撤销。',
      'too-many-at-once': '一次最多移交 {most} 个，请缩小筛选范围后分批办理。',
    },
  },
  en: {
    states: { offered: 'Offered', accepted: 'Accepted', returned: 'Returned', withdrawn: 'Withdrawn' },
    acts: {
      'transfer.offer': 'Offer to another body',
      'transfer.accept': 'Take over',
      'transfer.return': 'Return an offer',
      'transfer.withdraw': 'Take back an offer',
      'premises.transfer': 'Change of supervising body',
    },
    grounds: {
      'not-the-supervisor': 'Only people of the supervising body may hand it over.',
      'not-the-receiver': 'Only people of the receiving body may accept or return it.',
      'not-the-offerer': 'Only people of the body that offered it may take it back.',
      'transfer-to-itself': 'It is supervised by that body already.',
      'transfer-open': 'It is offered already and waits for an answer: wait, or take the offer back first.',
      'supervisor-moved': 'Another body supervises it by now: this offer can only be returned.',
      'no-proposed-body':
        'The body that ought to supervise it is not known (no place, or no such body): choose the receiving one.',
      'not-a-supervising-body': 'The body does not supervise premises, or was closed.',
      'too-many-at-once': 'At most {most} at once: narrow the filter and do it in parts.',
    },
  },
} as const
