// The vendor's own client against a gateway at an address: node dingtalk-scenarios.mjs URL CLIENT_ID SECRET
// It hears two messages, one on each of two connections, answers each at the address that came with it, and ends with the line "2 messages".
import axios from 'axios';
import { DWClient, TOPIC_ROBOT } from 'dingtalk-stream';

const [url, clientId, clientSecret] = process.argv.slice(2);
// the client knows no other address than the vendor's
axios.interceptors.request.use((config) => ({ ...config, url: config.url.replace('https://api.dingtalk.com', url) }));

const client = new DWClient({ clientId, clientSecret, ua: 'grid-bot/1.0', subscriptions: [] });
let heard = 0;
client.registerCallbackListener(TOPIC_ROBOT, async (message) => {
  const said = JSON.parse(message.data);
  client.socketCallBackResponse(message.headers.messageId, null);
  await axios({
    url: said.sessionWebhook,
    method: 'POST',
    responseType: 'json',
    data: {
      msgtype: 'text',
      text: { content: `@${said.senderNick} 收到，已记下。` },
      at: { atUserIds: [said.senderStaffId], isAtAll: false },
    },
  });
  heard++;
  if (heard === 2) {
    client.disconnect();
    console.log(`${heard} messages`);
  }
});
setTimeout(() => {
  console.error(`only ${heard} messages came`);
  process.exit(1);
}, 60_000).unref();
await client.connect();
