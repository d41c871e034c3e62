// The vendor's library judges the tokens given on standard input; prints its verdicts. Arguments: address of the metadata, id of the bot.
import { createRequire } from 'node:module'
const { ChannelValidation, SimpleCredentialProvider } = createRequire(import.meta.url)('botframework-connector')
const [metadata, appId] = process.argv.slice(2)
let text = ''
for await (const piece of process.stdin) text += piece
console.error = () => {}
ChannelValidation.OpenIdMetadataEndpoint = metadata
const credentials = new SimpleCredentialProvider(appId, '')
const verdicts = []
for (const { authorization, serviceUrl, channel } of JSON.parse(text)) {
  try {
    await ChannelValidation.authenticateChannelTokenWithServiceUrl(authorization, credentials, serviceUrl, channel)
    verdicts.push(true)
  } catch { verdicts.push(false) }
}
process.stdout.write(JSON.stringify(verdicts))
