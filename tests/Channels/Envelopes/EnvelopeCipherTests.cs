using System.Text;
using Bot.Channels.Envelopes;

namespace Tests.Channels.Envelopes;

/// <summary>The vectors that vendors publish, or that their own packages give.</summary>
public sealed class EnvelopeCipherTests
{
    private const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private const string Corp = "wx5823bf96d3bd56c7";
    private const string Message =
        "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==";
    private const string Chat = """{"msgid":"M1","aibotid":"B1","chatid":"wrC1","chattype":"group","from":{"userid":"zhangsan"},"msgtype":"text","text":{"content":"@网格助手 3号楼电梯坏了"}}""";
    private const string ChatSealed =
        "sKqRbbiSUnDhFHOvPjtUMbhBGKP5pZO1a2vy68CQFqoKHfZNtRDucU4imoafSdkEoVi570R/nqpyvTkfWI+gOJQLrhDbcu+WgexzypBM0hQyclsnzL/YUPEkKSMrZ64VZYsTDcKHOUpLv8hIQsuqvEwgDjGmaB98kG8wK5ZihkhfZuQCDXW3WSxagzly6WxP5qlBW63n01PK8PDKP4uOVrW8vTDJ64mzBtSK2bS5Q0xZ78u7VRKbhpOtNgjo5W8g";

    private readonly EnvelopeCipher _app = new("QDG6eK", Key, Corp);
    private readonly EnvelopeCipher _bot = new("QDG6eK", Key, "");

    [Fact]
    public void The_check_of_an_address_is_verified_and_read()
    {
        const string echo = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";
        _app.Sign("1409659589", "263014780", echo).ShouldBe("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3");
        _app.Verifies("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3", "1409659589", "263014780", echo).ShouldBeTrue();
        _app.Open(echo).ShouldBe("1616140317555161061");
    }

    [Fact]
    public void A_message_is_read_and_sealed_the_same_again()
    {
        _app.Sign("1409659813", "1372623149", Message).ShouldBe("477715d11cdb4164915debcba66cb864d751f3e6");
        string plain = _app.Open(Message).ShouldNotBeNull();
        foreach (string part in new[] { "mycreate", "hello", "4561255354251345929", "218" }) { plain.ShouldContain(part); }
        _app.Seal(plain, Convert.FromHexString("30393630363838393332633437656631")).ShouldBe(Message);
    }

    [Fact]
    public void A_message_without_a_receiver_is_read_and_sealed_the_same_again()
    {
        _bot.Sign("1700000000", "n0nce", ChatSealed).ShouldBe("9c139c146d752296522b5f168e7d9870a0c1b963");
        _bot.Open(ChatSealed).ShouldBe(Chat);
        _bot.Seal(Chat, "0123456789abcdef"u8).ShouldBe(ChatSealed);
    }

    [Theory]
    [InlineData(11, "2JaQ0H0H/TuqGM/rDRTvazMejkg6hVV66+yQoEMWDFQ=")]
    [InlineData(12, "2JaQ0H0H/TuqGM/rDRTva5HAevBSn33uodNZrf49e+GbLux+yvS8IoHci3EeYMFjkZk9Tws0vcWCPdWQEw6/SQ==")]
    public void What_fills_a_block_gets_a_whole_block_of_padding(int length, string expected)
    {
        _bot.Seal(new string('m', length), "aaaaaaaaaaaaaaaa"u8).ShouldBe(expected);
        _bot.Open(expected).ShouldBe(new string('m', length));
    }

    [Fact]
    public void Another_vendors_envelope_has_the_same_layout()
    {
        EnvelopeCipher cipher = new("mryue", "Yue0EfdN5900c1ce5cf6A152c63DDe1808a60c5ecd7", "ding6ccabc44d2c8d38b");
        const string sealedBody = "0vJiX6vliEpwG3U45CtXqi+m8PXbQRARJ8p8BbDuD1EMTDf0jKpQ79QS93qEk7XHpP6u+oTTrd15NRPvNvmBKyDCYxxOK+HZeKju4yhELOFchzNukR+t8SB/qk4ROMu3";
        cipher.Sign("1608001896814", "WL4PK6yA", sealedBody).ShouldBe("03044561471240d4a14bb09372dfcfd4fd0e40cb");
        cipher.Open(sealedBody).ShouldBe("""{"EventType":"check_url"}""");
    }

    [Fact]
    public void What_is_for_somebody_else_is_not_read()
    {
        _bot.Open(Message).ShouldBeNull("nobody is no receiver that fits everybody");
        _app.Open(ChatSealed).ShouldBeNull();
        _app.Open(_app.Seal("hello")).ShouldBe("hello");
    }

    [Fact]
    public void What_was_cut_or_changed_is_not_read_as_something_else()
    {
        byte[] whole = Convert.FromBase64String(ChatSealed);
        for (int length = 0; length < whole.Length; length++) { _bot.Open(Convert.ToBase64String(whole[..length])).ShouldBeNull($"{length} bytes"); }
        _bot.Open("not base 64").ShouldBeNull();
        byte[] padding = [.. whole];
        padding[^20] ^= 1;
        _bot.Open(Convert.ToBase64String(padding)).ShouldBeNull("the padding is checked whole");
        _bot.Seal("", "aaaaaaaaaaaaaaaa"u8).ShouldSatisfyAllConditions(empty => _bot.Open(empty).ShouldBe(""));
    }

    [Fact]
    public void No_changed_bit_is_believed()
    {
        Random random = new(20261122);
        string signature = _bot.Sign("1700000000", "n0nce", ChatSealed);
        string[] parts = [signature, "1700000000", "n0nce", ChatSealed];
        for (int i = 0; i < 10_000; i++)
        {
            string[] forged = [.. parts];
            int part = random.Next(parts.Length);
            byte[] bytes = Encoding.UTF8.GetBytes(parts[part]);
            int at = random.Next(bytes.Length);
            forged[part] = random.Next(3) switch
            {
                0 => Encoding.Latin1.GetString([.. bytes[..at], (byte)(bytes[at] ^ (1 << random.Next(7))), .. bytes[(at + 1)..]]),
                1 => parts[part][..at],
                _ => parts[part].Insert(at, ((char)random.Next(33, 126)).ToString()),
            };
            _bot.Verifies(forged[0], forged[1], forged[2], forged[3]).ShouldBeFalse(string.Join(' ', forged));
        }
        _bot.Verifies(signature.ToUpperInvariant(), parts[1], parts[2], parts[3]).ShouldBeFalse();
        new EnvelopeCipher("QDG6eL", Key, "").Verifies(signature, parts[1], parts[2], parts[3]).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Key, true)]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2D", true)]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2", false)]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2=", false)]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2 ", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_key_has_43_characters_of_base_64(string? key, bool good) => EnvelopeCipher.IsKey(key).ShouldBe(good);
}
