// A Direct Line connector of its own on this machine and a client that talks to the bot through it. Prints the connector's address, then reads
// {"bot": address of the bot's endpoint, "name": who speaks, "say": [texts]} from standard input and prints what came of it.
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
const require = createRequire(import.meta.url)
const directline = require('offline-directline')
const express = createRequire(require.resolve('offline-directline'))('express')
console.log = () => {}
const app = express()
const server = app.listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
const address = `http://127.0.0.1:${server.address().port}`
process.stdout.write(JSON.stringify({ address }) + '\n')
const input = createInterface({ input: process.stdin })
const { bot, name, say } = JSON.parse((await input[Symbol.asyncIterator]().next()).value)
app.use(directline.getRouter(address, bot))

const begun = await fetch(`${address}/directline/conversations`, { method: 'POST' })
const { conversationId } = await begun.json()
const way = `${address}/directline/conversations/${conversationId}/activities`
const taken = []
let heard = []
for (const text of say) {
  const body = JSON.stringify({ type: 'message', from: { id: 'u1', name }, text })
  const before = heard.length
  taken.push((await fetch(way, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })).status)
  for (let tries = 0; tries < 300 && heard.length === before; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    const { activities } = await (await fetch(`${way}?watermark=0`)).json()
    heard = activities.filter((activity) => activity.from.name === 'Bot').map(({ text, replyToId, type }) => ({
      text, type, quotes: activities.find((other) => other.id === replyToId)?.text ?? null }))
  }
}
process.stdout.write(JSON.stringify({ begun: begun.status, taken, heard }) + '\n')
process.exit(0)
