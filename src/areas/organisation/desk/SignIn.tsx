/** Signing in: the form, and in a demonstration district the people to enter as. */
import { LockOutlined, UserOutlined } from '@ant-design/icons'
import { ORPCError } from '@orpc/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { api } from '../../../desk/api.ts'
import { troubleOf } from '../../../desk/errors.ts'
import { useSearchState } from '../../../desk/search-params.ts'
import { changeSettings } from '../../../desk/settings.ts'
import { fill, useLang, useWords } from '../../../desk/words.ts'
import type { Me } from '../accounts/contract.ts'
import { messages } from '../messages.ts'
import { DemoAccounts } from './parts/DemoAccounts.tsx'
import { SignInFrame } from './parts/SignInFrame.tsx'

interface Answer {
  readonly username: string
  readonly password: string
  readonly district?: string
}
const Search = z.object({ back: z.string().optional() })

/** Only an address of our own: a link from elsewhere must not lead out through the sign-in. */
const safeBack = (back: string | undefined) => (back && /^\/(?![/\\])/.test(back) ? back : '/')

export function SignIn() {
  const words = useWords(messages)
  const lang = useLang()
  const router = useRouter()
  const queries = useQueryClient()
  const { values: search } = useSearchState(Search)
  const [form] = Form.useForm<Answer>()
  const [chosenLang, setChosenLang] = useState(false)
  const welcome = useQuery(api.welcome.get.queryOptions({ staleTime: 60_000 }))
  const setLanguage = useMutation(api.organisation.accounts.setLanguage.mutationOptions())
  const signIn = useMutation(
    api.organisation.accounts.signIn.mutationOptions({
      onSuccess: (me: Me) => {
        queries.clear()
        queries.setQueryData(api.organisation.accounts.me.queryKey(), me)
        if (!chosenLang) changeSettings({ lang: me.language })
        else if (me.language !== lang) setLanguage.mutate({ language: lang })
        router.history.replace(safeBack(search.back))
      },
    }),
  )
  useEffect(() => {
    document.title = `${words.signIn.title} · ${words.signIn.lead}`
  }, [words])
  const enter = (answer: Answer) => signIn.mutate({ ...answer, username: answer.username.trim() })
  const wantsDistrict = signIn.error instanceof ORPCError && signIn.error.message === 'district-wanted'
  return (
    <SignInFrame
      district={welcome.data?.district ?? null}
      onLang={(next) => {
        setChosenLang(true)
        changeSettings({ lang: next })
      }}
    >
      <h1>{words.signIn.title}</h1>
      {search.back && !signIn.error && <p className="signin-note">{words.signIn.signedOut}</p>}
      {welcome.data?.district === null && <Alert type="info" showIcon title={words.signIn.noDistrict} />}
      {signIn.error && <Refusal key={signIn.submittedAt} error={signIn.error} />}
      <Form
        form={form}
        layout="vertical"
        size="large"
        requiredMark={false}
        onFinish={enter}
        disabled={signIn.isPending}
      >
        <Form.Item
          name="username"
          label={words.signIn.username}
          rules={[{ required: true, whitespace: true, message: words.signIn.wantUsername }]}
        >
          <Input prefix={<UserOutlined />} autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
        </Form.Item>
        <Form.Item
          name="password"
          label={words.signIn.password}
          rules={[{ required: true, message: words.signIn.wantPassword }]}
        >
          <Input.Password prefix={<LockOutlined />} autoComplete="current-password" />
        </Form.Item>
        {wantsDistrict && (
          <Form.Item
            name="district"
            label={words.signIn.district}
            extra={words.signIn.districtHint}
            rules={[{ required: true, pattern: /^\d{6}$/, message: words.signIn.districtHint }]}
          >
            <Input inputMode="numeric" maxLength={6} />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          {words.signIn.submit}
        </Button>
      </Form>
      <p className="signin-note">{words.signIn.forgot}</p>
      {welcome.data?.password && (
        <DemoAccounts
          accounts={welcome.data.accounts}
          password={welcome.data.password}
          busy={signIn.isPending}
          onEnter={(answer) => {
            form.setFieldsValue(answer)
            enter(answer)
          }}
        />
      )}
    </SignInFrame>
  )
}

/** Why the sign-in failed; a lock counts down. */
function Refusal({ error }: { error: unknown }) {
  const words = useWords(messages)
  const lang = useLang()
  const until = error instanceof ORPCError ? (error.data as { until?: unknown } | undefined)?.until : undefined
  if (typeof until === 'string') return <Locked until={until} />
  const { title, more, status, reference } = troubleOf(error, lang, words.grounds)
  if (status === 429) return <Alert type="warning" showIcon title={words.signIn.tooMany} role="alert" />
  const line =
    status === 409 || status === 401
      ? more
      : `${title}${lang === 'zh' ? '：' : ': '}${more}${reference ? ` (${reference})` : ''}`
  return <Alert type="error" showIcon title={line} role="alert" />
}

function Locked({ until }: { until: string }) {
  const words = useWords(messages)
  const [left, setLeft] = useState(() => Date.parse(until) - Date.now())
  useEffect(() => {
    const timer = setInterval(() => setLeft(Date.parse(until) - Date.now()), 1000)
    return () => clearInterval(timer)
  }, [until])
  if (left <= 0) return <Alert type="info" showIcon title={words.signIn.unlocked} />
  const seconds = Math.ceil(left / 1000)
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return <Alert type="error" showIcon title={fill(words.signIn.locked, { time })} role="alert" />
}
