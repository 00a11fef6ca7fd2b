/** Whether the server will be able to listen, asked before a start does anything that takes time. */
import { once } from 'node:events'
import { createServer } from 'node:net'

/** Throws the system's error where the port cannot be had: `describeFault` has words for it. */
export async function demandPort(port: number, host: string): Promise<void> {
  const server = createServer().listen(port, host)
  await once(server, 'listening')
  server.close()
  await once(server, 'close')
}
