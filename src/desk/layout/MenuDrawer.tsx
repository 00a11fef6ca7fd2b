/** The main menu on a phone: slides in from the left. */
import { Drawer } from 'antd'
import { messages } from '../messages.ts'
import { useWords } from '../words.ts'
import { SideMenu } from './SideMenu.tsx'

export function MenuDrawer({ onClose }: { onClose: () => void }) {
  const words = useWords(messages)
  return (
    <Drawer
      open
      onClose={onClose}
      placement="left"
      size={264}
      title={words.app}
      className="menu-drawer"
      styles={{ body: { padding: 0 } }}
    >
      <SideMenu folded={false} onGo={onClose} />
    </Drawer>
  )
}
