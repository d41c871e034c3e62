using System.Text;

namespace Tests.Channels;

/// <summary>Damages bodies in the ways a network, a bad client or an attacker does; the same seed gives the same bodies.</summary>
internal sealed class BodyMutator(int seed, params string[] bodies)
{
    private static readonly string[] Odd =
        ["null", "true", "[]", "{}", "\"\"", "-1", "1e999", "99999999999999999999", "\"\\ud800\"", "\"\\u0000\"", "\"\u202E\"", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "\"2026-02-30T99:99\""];

    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        byte[] body = Encoding.UTF8.GetBytes(bodies[_random.Next(bodies.Length)]);
        for (int times = _random.Next(1, 4); times > 0; times--) { body = Damage(body); }
        return body;
    }

    private byte[] Damage(byte[] body)
    {
        if (body.Length == 0) { return [(byte)_random.Next(256)]; }
        int at = _random.Next(body.Length);
        int length = _random.Next(1, Math.Min(40, body.Length - at) + 1);
        return _random.Next(7) switch
        {
            0 => [.. body[..at], (byte)(body[at] ^ (1 << _random.Next(8))), .. body[(at + 1)..]],
            1 => body[..at],
            2 => [.. body[..at], .. body[(at + length)..]],
            3 => [.. body[..at], .. body[at..(at + length)], .. body[at..]],
            4 => [.. body[..at], (byte)_random.Next(256), .. body[at..]],
            5 => Replace(body, Odd[_random.Next(Odd.Length)]),
            _ => Replace(body, $"\"{new string((char)_random.Next('a', 'z'), _random.Next(5000))}\""),
        };
    }

    // in the place of the value behind one of the colons
    private byte[] Replace(byte[] body, string value)
    {
        int[] colons = [.. Enumerable.Range(0, body.Length).Where(i => body[i] == (byte)':')];
        if (colons.Length == 0) { return Encoding.UTF8.GetBytes(value); }
        int start = colons[_random.Next(colons.Length)] + 1;
        int end = start;
        while (end < body.Length && body[end] is not ((byte)',' or (byte)'}')) { end++; }
        return [.. body[..start], .. Encoding.UTF8.GetBytes(value), .. body[end..]];
    }
}
