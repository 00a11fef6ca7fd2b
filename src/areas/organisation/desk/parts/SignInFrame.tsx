/** The sign-in page's frame: whose platform it is on the left, the form on the right. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { messages as shellMessages } from '../../../../desk/messages.ts'
import { useLang, useWords } from '../../../../desk/words.ts'
import type { Lang } from '../../../../kernel/words.ts'
import { messages } from '../../messages.ts'
import './signin.css'

interface SignInFrameProps {
  readonly district: { readonly name: string; readonly city: string; readonly demonstration: boolean } | null
  readonly onLang: (lang: Lang) => void
  readonly children: ReactNode
}

export function SignInFrame({ district, onLang, children }: SignInFrameProps) {
  const words = useWords(messages)
  const shell = useWords(shellMessages)
  const lang = useLang()
  const other = lang === 'zh' ? 'en' : 'zh'
  return (
    <div className="signin">
      <header className="signin-brand">
        <div className="signin-name">
          <svg width="40" height="40" viewBox="0 0 32 32" aria-hidden="true">
            <path d="M16 5c-4 5-7 7.4-7 12.4A7 7 0 0 0 16 25a7 7 0 0 0 7-7.6C23 12.4 20 10 16 5Z" fill="#fff" />
            <path d="M16 14c-1.9 2.3-3.3 3.5-3.3 5.7a3.3 3.3 0 0 0 6.6 0c0-2.2-1.4-3.4-3.3-5.7Z" fill="#d4431f" />
          </svg>
          <span>{shell.app}</span>
        </div>
        <p className="signin-lead">{words.signIn.lead}</p>
        {district && (
          <p className="signin-district">
            {district.city}
            <strong>{district.name}</strong>
            {district.demonstration && <span className="signin-demo">{shell.demonstration}</span>}
          </p>
        )}
        <DistrictLines />
        <ul className="signin-points">
          {Object.values(words.signIn.points).map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </header>
      <main className="signin-main">
        <div className="signin-tools">
          <Button type="text" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => onLang(other)}>
            {shell.language.other}
          </Button>
        </div>
        <div className="signin-form">{children}</div>
      </main>
    </div>
  )
}

/** The borders of no district in particular. */
function DistrictLines() {
  return (
    <svg className="signin-lines" viewBox="0 0 400 260" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M20 96 74 40l82-22 96 8 72 38 58 62-14 70-66 44-104 10-92-22-66-50-20-58Z" strokeWidth="1.5" />
      <path d="m74 40 44 62-58 66M118 102l80-14 54-62M198 88l28 66-86 34-80-20M226 154l94-26 62-2M320 128l4-64M226 154l8 96M140 188l2 38M226 154l88 86" />
      <circle cx="226" cy="154" r="3.5" fill="#d4582f" stroke="none" />
      <circle cx="226" cy="154" r="9" stroke="#d4582f" opacity="0.6" />
      <circle cx="118" cy="102" r="2.5" fill="currentColor" stroke="none" />
      <circle cx="320" cy="128" r="2.5" fill="currentColor" stroke="none" />
      <circle cx="140" cy="188" r="2.5" fill="currentColor" stroke="none" />
      <circle cx="198" cy="88" r="2.5" fill="currentColor" stroke="none" />
    </svg>
  )
}
