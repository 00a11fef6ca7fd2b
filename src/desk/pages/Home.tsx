/** The first page after sign-in: what is mine to do, from my permissions. */
import { Alert } from 'antd'
import { roles } from '../../areas/organisation/roles.ts'
import { Page } from '../components/Page.tsx'
import { AccountsCard } from '../home/AccountsCard.tsx'
import { AnalysesCard } from '../home/AnalysesCard.tsx'
import { DistrictCard } from '../home/DistrictCard.tsx'
import { LedgerCard } from '../home/LedgerCard.tsx'
import { messages } from '../home/messages.ts'
import { PremisesCard } from '../home/PremisesCard.tsx'
import { QuarterFigures } from '../home/QuarterFigures.tsx'
import { RecentIncidents } from '../home/RecentIncidents.tsx'
import { Shortcuts } from '../home/Shortcuts.tsx'
import { ToComplete } from '../home/ToComplete.tsx'
import { UnreadNotices } from '../home/UnreadNotices.tsx'
import { useMay, useMe } from '../session.ts'
import { fill, useLang, useWords } from '../words.ts'
import '../home/home.css'

export function Home() {
  const words = useWords(messages)
  const lang = useLang()
  const me = useMe()
  const may = useMay()
  const left = may('incidents.read') || may('ledger.read')
  return (
    <Page
      title={words.title}
      subtitle={fill(words.hello, { name: me.name, role: `${me.body.name} ${roles[me.role][lang]}` })}
    >
      {me.permissions.length === 0 && (
        <Alert type="info" showIcon title={words.unassigned} description={words.unassignedMore} />
      )}
      {may('incidents.read') && <QuarterFigures />}
      {may('premises.read') && <PremisesCard />}
      {may('organisation.write') && <DistrictCard />}
      {may('accounts.read') && <AccountsCard />}
      <div className="columns">
        <div className={left ? 'span-7' : ''}>
          <UnreadNotices />
          {may('incidents.read') && <RecentIncidents />}
          {may('ledger.read') && <LedgerCard />}
          {!left && may('analysis.read') && <AnalysesCard />}
          {!left && <Shortcuts />}
        </div>
        {left && (
          <div className="span-5">
            {may('incidents.correct') && <ToComplete />}
            {may('analysis.read') && <AnalysesCard />}
            <Shortcuts />
          </div>
        )}
      </div>
    </Page>
  )
}
