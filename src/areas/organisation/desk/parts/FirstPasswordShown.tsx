/** A first password, shown this once. */
import { App, Button, Modal } from 'antd'
import { fill, useWords } from '../../../../desk/words.ts'
import { messages } from '../../messages.ts'

interface FirstPasswordShownProps {
  readonly name: string
  readonly password: string
  readonly note?: string
  readonly onClose: () => void
}

export function FirstPasswordShown({ name, password, note, onClose }: FirstPasswordShownProps) {
  const words = useWords(messages)
  const { message } = App.useApp()
  const copy = async () => {
    // Only on https or this very computer; elsewhere it is read from the screen.
    await navigator.clipboard?.writeText(password)
    message.success(words.accounts.copied)
  }
  return (
    <Modal
      open
      title={words.accounts.newPassword}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <>
          {'clipboard' in navigator && <Button onClick={() => void copy()}>{words.accounts.copy}</Button>}
          <Button type="primary" onClick={onClose}>
            {words.accounts.done}
          </Button>
        </>
      }
    >
      <p className="first-password-text">
        <code>{password}</code>
      </p>
      <p>{fill(words.accounts.newPasswordMore, { name })}</p>
      {note && <p>{note}</p>}
    </Modal>
  )
}
