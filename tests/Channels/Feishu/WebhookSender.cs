using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Tests.Channels.Feishu;

/// <summary>Seals, signs and posts as the vendor does; written from its description alone and believed because its own client believes it.</summary>
internal sealed class WebhookSender(HttpClient client, string path, Func<long> now)
{
    public const string Key = "encrypt-key-of-the-test";

    public long Now => now();

    public static byte[] Seal(string plain, string key = Key)
    {
        using Aes aes = Aes.Create();
        aes.Key = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        byte[] iv = RandomNumberGenerator.GetBytes(16);
        byte[] encrypted = aes.EncryptCbc(Encoding.UTF8.GetBytes(plain), iv, PaddingMode.PKCS7);
        return Encoding.UTF8.GetBytes($$"""{"encrypt":{{JsonSerializer.Serialize(Convert.ToBase64String([.. iv, .. encrypted])).Replace("\\u002B", "+", StringComparison.Ordinal)}}}""");
    }

    public static string Sign(string timestamp, string nonce, byte[] body, string key = Key) =>
        Convert.ToHexStringLower(SHA256.HashData((byte[])[.. Encoding.UTF8.GetBytes(timestamp + nonce + key), .. body]));

    public static string Nonce() => RandomNumberGenerator.GetHexString(16);

    /// <summary>Sealed and signed as it must be.</summary>
    public Task<(int Status, string Answer)> SendAsync(string plain) => SendSignedAsync(Seal(plain));

    public Task<(int Status, string Answer)> SendSignedAsync(byte[] body)
    {
        (string timestamp, string nonce) = ($"{Now}", Nonce());
        return PostAsync(body, Sign(timestamp, nonce, body), timestamp, nonce);
    }

    public async Task<(int Status, string Answer)> PostAsync(byte[] body, string? signature, string? timestamp, string? nonce)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        foreach ((string name, string? value) in new[] { ("X-Lark-Signature", signature), ("X-Lark-Request-Timestamp", timestamp), ("X-Lark-Request-Nonce", nonce) })
        {
            if (value is not null) { request.Headers.TryAddWithoutValidation(name, value); }
        }
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
