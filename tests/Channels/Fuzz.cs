namespace Tests.Channels;

/// <summary>Sends damaged bodies, 32 at a time: 2,000, or as many as <c>BOT_FUZZ</c> says, and then memory must stay flat too.</summary>
internal static class Fuzz
{
    private const int AtOnce = 32;
    private const int Usual = 2_000;
    private const long MostGrowth = 64_000_000;

    /// <param name="send">Answers the status.</param>
    public static async Task RunAsync(BodyMutator mutator, Func<byte[], Task<int>> send, params int[] allowed)
    {
        bool alone = int.TryParse(Environment.GetEnvironmentVariable("BOT_FUZZ"), out int asked);
        int many = alone ? asked : Usual;
        await SendAsync(mutator, send, many / 4, allowed);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        await SendAsync(mutator, send, many - (many / 4), allowed);
        // other tests of the same run use memory of their own
        if (!alone) { return; }
        long grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"{many} bodies, memory {before / 1e6:0.0} MB and {grown / 1e6:+0.0;-0.0} MB");
        grown.ShouldBeLessThan(MostGrowth);
    }

    private static async Task SendAsync(BodyMutator mutator, Func<byte[], Task<int>> send, int many, int[] allowed)
    {
        foreach (int[] some in Enumerable.Range(0, many).Chunk(AtOnce))
        {
            int[] answers = await Task.WhenAll(some.Select(_ => send(mutator.Next())));
            answers.ShouldAllBe(status => allowed.Contains(status));
        }
    }
}
