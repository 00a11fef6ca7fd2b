/** One notice in words, with its time and where it leads. */
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import type { Notice } from '../../areas/organisation/accounts/contract.ts'
import { noticeWords } from '../notice-words.ts'
import { parseSearch } from '../search-params.ts'
import { fill, useLang } from '../words.ts'
import { TimeText } from './TimeText.tsx'
import '../styles/notices.css'

export function NoticeLine({ notice }: { notice: z.infer<typeof Notice> }) {
  const words: Readonly<Record<string, string>> = noticeWords[useLang()]
  const { at, message, values, link, readAt } = notice
  const text = fill(words[message] ?? message, values)
  const [to = '/', search = ''] = (link ?? '').split('?')
  return (
    <span className={`notice ${readAt ? '' : 'notice-unread'}`}>
      <TimeText at={at} />
      {link ? (
        <Link to={to} search={parseSearch(search)}>
          {text}
        </Link>
      ) : (
        <span>{text}</span>
      )}
    </span>
  )
}
