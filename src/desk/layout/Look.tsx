/** Language, colours and letters around everything: antd's and our own. */
import { LoadingOutlined } from '@ant-design/icons'
import { App, ConfigProvider } from 'antd'
import enModule from 'antd/es/locale/en_US.js'
import type { Locale } from 'antd/es/locale/index.js'
import zhModule from 'antd/es/locale/zh_CN.js'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import { type ReactNode, useLayoutEffect, useMemo } from 'react'
import { EmptyBlock } from '../components/EmptyBlock.tsx'
import { useDark, useSettings } from '../settings.ts'
import { antdTheme, cssVariables } from '../theme.ts'

// Type checkers that follow Node see a module with a default, the bundler gives the default itself.
const localeOf = (found: Locale | { default: Locale }): Locale => ('default' in found ? found.default : found)
const locales = { zh: localeOf(zhModule), en: localeOf(enModule) }

// A button's name stays what it says while it is busy.
const busyIcon = (
  <span aria-hidden="true">
    <LoadingOutlined />
  </span>
)

export function Look({ children }: { children: ReactNode }) {
  const { lang } = useSettings()
  const dark = useDark()
  const theme = useMemo(() => antdTheme(dark), [dark])
  // Before the children draw: a date picker asks dayjs for its words at once.
  dayjs.locale(lang === 'zh' ? 'zh-cn' : 'en')
  useLayoutEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  }, [lang, dark])
  return (
    <ConfigProvider
      locale={locales[lang]}
      theme={theme}
      button={{ autoInsertSpace: false, loadingIcon: busyIcon }}
      renderEmpty={(name) => (name === 'Table' ? <EmptyBlock /> : <EmptyBlock small />)}
      form={{
        requiredMark: (label, { required }) =>
          required ? (
            <>
              {label}
              <span className="required" aria-hidden="true">
                *
              </span>
            </>
          ) : (
            label
          ),
      }}
    >
      <style>{cssVariables(dark)}</style>
      <App className="app">{children}</App>
    </ConfigProvider>
  )
}
