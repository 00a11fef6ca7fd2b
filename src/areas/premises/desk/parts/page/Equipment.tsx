/** Facilities with their numbers and papers with theirs: what has run out stands out. */
import { useCodes } from '../../../../../desk/codes.ts'
import { EmptyBlock } from '../../../../../desk/components/EmptyBlock.tsx'
import { numberText } from '../../../../../desk/components/numbers.ts'
import { Panel } from '../../../../../desk/components/Panel.tsx'
import { useWords } from '../../../../../desk/words.ts'
import { messages } from '../../../messages.ts'
import type { Premises } from '../../../record-contract.ts'
import { ExpiryText } from '../Marks.tsx'
import { fileHref } from '../photos.ts'

export function Facilities({ facilities }: Pick<Premises, 'facilities'>) {
  const words = useWords(messages)
  const { nameOf } = useCodes('facility-kind')
  return (
    <Panel title={words.fields.facilities}>
      {facilities.length === 0 ? (
        <EmptyBlock small title={words.page.noFacilities} />
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{words.page.facility}</th>
              <th scope="col" className="num">
                {words.page.count}
              </th>
              <th scope="col">{words.page.expires}</th>
            </tr>
          </thead>
          <tbody>
            {facilities.map(({ kind, count, expiresOn }, at) => (
              <tr key={at}>
                <th scope="row">{nameOf(kind)}</th>
                <td className="num">
                  {count === 0 ? <span className="quiet">{words.page.noneThere}</span> : numberText(count)}
                </td>
                <td>
                  <ExpiryText on={expiresOn} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

export function Papers({ papers }: Pick<Premises, 'papers'>) {
  const words = useWords(messages)
  const { nameOf } = useCodes('paper-kind')
  return (
    <Panel title={words.fields.papers}>
      {papers.length === 0 ? (
        <EmptyBlock small title={words.page.noPapers} />
      ) : (
        <div className="scroll-x">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{words.page.paper}</th>
                <th scope="col">{words.page.paperNo}</th>
                <th scope="col">{words.page.issuedOn}</th>
                <th scope="col">{words.page.expires}</th>
                <th scope="col">{words.page.scan}</th>
              </tr>
            </thead>
            <tbody>
              {papers.map(({ kind, no, issuedOn, expiresOn, file }, at) => (
                <tr key={at}>
                  <th scope="row">{nameOf(kind)}</th>
                  <td>{no ?? '—'}</td>
                  <td>
                    {issuedOn ? <span className="num nowrap">{issuedOn}</span> : <span className="unknown">—</span>}
                  </td>
                  <td>
                    <ExpiryText on={expiresOn} />
                  </td>
                  <td>
                    {file ? (
                      <a href={fileHref(file)} target="_blank" rel="noreferrer">
                        {words.page.openScan}
                      </a>
                    ) : (
                      '—'
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}
