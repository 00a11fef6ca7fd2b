/** Which role may do what: the table that the server itself goes by. */
import { Panel } from '../../../../desk/components/Panel.tsx'
import { useLang, useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'
import { permissions, permissionsOf, type RoleRule, roleKeys, roles } from '../../roles.ts'

export function RolesTable() {
  const words = useWords(messages)
  const lang = useLang()
  return (
    <Panel title={words.accounts.rolesTable} flush>
      <table className="plain-table roles-table">
        <thead>
          <tr>
            <th scope="col">{words.accounts.role}</th>
            <th scope="col">{words.accounts.reachName}</th>
            <th scope="col">{words.accounts.permissions}</th>
          </tr>
        </thead>
        <tbody>
          {roleKeys.map((key) => {
            const role: RoleRule = roles[key]
            return (
              <tr key={key}>
                <th scope="row">
                  {role[lang]}
                  {role.administrator && <span className="quiet"> {words.accounts.administrators}</span>}
                </th>
                <td>{words.accounts.reach[role.reach]}</td>
                <td>
                  {permissionsOf(key)
                    .map((permission) => permissions[permission][lang])
                    .join(lang === 'zh' ? '；' : '; ')}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Panel>
  )
}
