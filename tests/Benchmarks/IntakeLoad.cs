using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Benchmarks;

/// <summary>
/// The senders, in a process of their own: requests written beforehand, over bare sockets, so that what is measured is the other side.
/// Prints requests per second, milliseconds at the median and the 99th percentile, and how many were not answered 200.
/// </summary>
internal static class IntakeLoad
{
    private const int Connections = 64;
    private static readonly string Text = new('停', 100);

    /// <param name="perSecond">0 for as many as can be.</param>
    public static async Task RunAsync(string address, string path, string name, int count, int perSecond)
    {
        Uri uri = new(address);
        byte[][] requests = [.. Enumerable.Range(0, count).Select(i => Request(uri, path, $"{name}-{i}", i))];
        double[] times = new double[count];
        int next = -1, failed = 0;
        long started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, uri.Port);
            byte[] answer = new byte[4096];
            for (int i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                long due = perSecond == 0 ? Stopwatch.GetTimestamp() : started + (long)i * Stopwatch.Frequency / perSecond;
                TimeSpan wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
                if (wait > TimeSpan.Zero) { await Task.Delay(wait); }
                // a sleep that lasted too long is the sender's fault; a connection that was still busy is not
                long from = wait > TimeSpan.Zero ? Stopwatch.GetTimestamp() : due;
                if (!await AskAsync(socket, requests[i], answer)) { Interlocked.Increment(ref failed); }
                times[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            }
        })));
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count / seconds:0} {times[count / 2]:0.0} {times[(int)(count * 0.99)]:0.0} {failed}"));
    }

    private static async Task<bool> AskAsync(Socket socket, byte[] request, byte[] answer)
    {
        await socket.SendAsync(request);
        int length = 0;
        do
        {
            int read = await socket.ReceiveAsync(answer.AsMemory(length));
            if (read == 0) { return false; }
            length += read;
        }
        while (answer[length - 1] != (byte)'}');
        return answer.AsSpan(0, 12).SequenceEqual("HTTP/1.1 200"u8);
    }

    // 200 people in 100 groups
    private static byte[] Request(Uri uri, string path, string id, int number)
    {
        byte[] body = Encoding.UTF8.GetBytes(
            $$$"""{"type":"message","id":"{{{id}}}","from":{"id":"u{{{number % 200}}}","name":"{{{number % 200}}}号居民"},"conversation":{"id":"g{{{number % 100}}}","isGroup":true,"name":"{{{number % 100}}}群"},"text":"{{{Text}}}"}""");
        string timestamp = $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}";
        string nonce = RandomNumberGenerator.GetHexString(32);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{timestamp}\n{nonce}\n"), .. body];
        string signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(IntakeBenchmark.Secret), signed));
        return [.. Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {uri.Authority}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n" +
            $"X-Bot-Key: gate1\r\nX-Bot-Timestamp: {timestamp}\r\nX-Bot-Nonce: {nonce}\r\nX-Bot-Signature: {signature}\r\n\r\n"), .. body];
    }
}
