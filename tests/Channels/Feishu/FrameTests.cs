using System.Text;
using Bot.Channels.Feishu.Line;
using Tests.Support;

namespace Tests.Channels.Feishu;

public sealed class FrameTests
{
    private static readonly Frame Whole = FakeGateway.Event("m1", 3, 2, "{\"a\":\"电梯\"}"u8.ToArray());

    [Fact]
    public void A_ping_is_these_bytes() =>
        Convert.ToHexStringLower(FrameWriter.Write(Frame.Ping(33))).ShouldBe("080010001821" + "2000" + "2a0c0a04" + "74797065" + "1204" + "70696e67");

    [Fact]
    public void What_is_written_is_read_again()
    {
        Frame read = FrameReader.Read(FrameWriter.Write(Whole))!;
        (read.SeqId, read.LogId, read.Service, read.Method).ShouldBe((7UL, 1234567890123456UL, 33, 1));
        read.Headers.ShouldBe(Whole.Headers);
        (read.PayloadEncoding, read.PayloadType, read.LogIdNew).ShouldBe(("json", "json", "log"));
        read.Payload.ShouldBe(Whole.Payload);
        FrameReader.Read(FrameWriter.Write(Whole with { Service = -5, SeqId = ulong.MaxValue }))!.Service.ShouldBe(-5);
    }

    [Fact]
    public void The_answer_is_the_same_frame_with_its_time_and_outcome()
    {
        Frame answer = Whole.Answer(stored: true, TimeSpan.FromMilliseconds(12.7));
        answer.Headers.ShouldBe([.. Whole.Headers, new FrameHeader("biz_rt", "12")]);
        Encoding.UTF8.GetString(answer.Payload!).ShouldBe("""{"code":200}""");
        (answer.SeqId, answer.LogIdNew, answer.PayloadType).ShouldBe((7UL, "log", "json"));
        Encoding.UTF8.GetString(Whole.Answer(stored: false, TimeSpan.Zero).Payload!).ShouldBe("""{"code":500}""");
    }

    [Fact]
    public void Fields_nobody_knows_are_passed_over_and_missing_ones_are_not()
    {
        byte[] bytes = FrameWriter.Write(Whole);
        // a varint, eight bytes, a text and four bytes under numbers that no frame has
        byte[] more = [.. bytes, 0x50, 0x96, 0x01, 0x59, 1, 2, 3, 4, 5, 6, 7, 8, 0x62, 1, 65, 0x6d, 1, 2, 3, 4];
        FrameReader.Read(more)!.Headers.ShouldBe(Whole.Headers);
        FrameReader.Read([0x08, 1, 0x10, 1, 0x18, 1]).ShouldBeNull("without a method");
        FrameReader.Read([.. bytes, 0x2a, 2, 0x0a, 0]).ShouldBeNull("a header without a value");
        FrameReader.Read([.. bytes, 0x53]).ShouldBeNull("a group");
        FrameReader.Read([.. bytes, 0x42, 0x7f]).ShouldBeNull("longer than there is");
        FrameReader.Read([]).ShouldBeNull();
    }

    [Fact]
    public void No_bytes_make_the_reader_fail()
    {
        Random random = new(20261122);
        byte[] bytes = FrameWriter.Write(Whole);
        for (int length = 0; length < bytes.Length; length++) { FrameReader.Read(bytes.AsSpan(0, length)); }
        for (int i = 0; i < 20_000; i++)
        {
            byte[] damaged = [.. bytes];
            for (int times = random.Next(1, 4); times > 0; times--) { damaged[random.Next(damaged.Length)] = (byte)random.Next(256); }
            if (FrameReader.Read(damaged) is { } read) { FrameWriter.Write(read.Answer(true, TimeSpan.Zero)).ShouldNotBeEmpty(); }
        }
    }

    [Fact]
    public void Parts_are_joined_by_their_numbers_and_dropped_after_ten_seconds()
    {
        ManualTimeProvider clock = new();
        PartJoiner joiner = new(clock);
        joiner.Add(Part("a", 3, 2, "C")).ShouldBeNull();
        joiner.Add(Part("b", 2, 0, "x")).ShouldBeNull();
        joiner.Add(Part("a", 3, 0, "A")).ShouldBeNull();
        joiner.Add(Part("a", 3, 0, "A")).ShouldBeNull("the same part twice");
        Encoding.UTF8.GetString(joiner.Add(Part("a", 3, 1, "B"))!).ShouldBe("ABC");
        clock.Advance(PartJoiner.Patience + TimeSpan.FromSeconds(1));
        joiner.Add(Part("b", 2, 1, "y")).ShouldBeNull("its first part was dropped");
        joiner.Waiting.ShouldBe(1);
        Encoding.UTF8.GetString(joiner.Add(Part("b", 2, 0, "x"))!).ShouldBe("xy");
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-1", "0")]
    [InlineData("2", "2")]
    [InlineData("2", "-1")]
    [InlineData("99999999", "0")]
    [InlineData("x", "0")]
    public void Numbers_of_parts_that_cannot_be_are_not_believed(string sum, string seq)
    {
        PartJoiner joiner = new(new ManualTimeProvider());
        joiner.Add(new Frame { Headers = [new("message_id", "a"), new("sum", sum), new("seq", seq)], Payload = [1] }).ShouldBeNull();
        joiner.Waiting.ShouldBe(0);
    }

    [Fact]
    public void Parts_that_wait_have_a_limit()
    {
        PartJoiner joiner = new(new ManualTimeProvider());
        for (int i = 0; i < 40; i++) { joiner.Add(FakeGateway.Event($"m{i}", 2, 0, new byte[512 * 1024])); }
        joiner.Waiting.ShouldBeLessThan(12);
    }

    private static Frame Part(string id, int sum, int seq, string text) => FakeGateway.Event(id, sum, seq, Encoding.UTF8.GetBytes(text));
}
