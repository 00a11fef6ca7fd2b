/** What holds for every row of the file. */
import { Checkbox, Input, Select, Space } from 'antd'
import { useWords } from '../words.ts'
import type { Draft } from './mapping.ts'
import { messages } from './messages.ts'

export function WholeFile({ draft, onDraft }: { draft: Draft; onDraft: (draft: Draft) => void }) {
  const words = useWords(messages).whole
  return (
    <Space wrap className="whole-file">
      <label htmlFor="import-zone">{words.zone}</label>
      <Input
        id="import-zone"
        value={draft.zone}
        style={{ width: 150 }}
        title={words.zoneHint}
        onChange={({ target }) => onDraft({ ...draft, zone: target.value })}
      />
      <label htmlFor="import-coordinates">{words.coordinates}</label>
      <Select
        id="import-coordinates"
        value={draft.coordinates}
        onChange={(coordinates) => onDraft({ ...draft, coordinates })}
        options={(['WGS-84', 'GCJ-02', 'BD-09'] as const).map((value) => ({ value, label: value }))}
      />
      <label htmlFor="import-blanks">{words.blanks}</label>
      <Select
        id="import-blanks"
        mode="tags"
        open={false}
        suffixIcon={null}
        style={{ minWidth: 220 }}
        placeholder={words.blanksHint}
        value={[...draft.blanks]}
        onChange={(blanks: string[]) => onDraft({ ...draft, blanks: blanks.slice(0, 20) })}
      />
      <Checkbox
        checked={draft.ignoreOthers}
        onChange={({ target }) => onDraft({ ...draft, ignoreOthers: target.checked })}
      >
        {words.ignore}
      </Checkbox>
    </Space>
  )
}
