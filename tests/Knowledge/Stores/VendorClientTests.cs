using System.Diagnostics;
using Tests.Support;

namespace Tests.Knowledge.Stores;

/// <summary>The stub is believed because the vendor's own client meets in it the server that it expects.</summary>
public sealed class VendorClientTests
{
    private static readonly string Script = Repository.File("tests", "qdrant-scenarios.mjs");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_vendors_client_finds_in_the_stub_what_it_expects_of_a_server()
    {
        Assert.SkipUnless(Directory.Exists(Repository.File("tests", "node_modules", "@qdrant")), "the vendor's client not found: npm ci --prefix tests");
        await using QdrantStub stub = await QdrantStub.StartAsync();

        (int exit, string output, string problem) = await RunAsync(stub.Address.AbsoluteUri.TrimEnd('/'), QdrantStub.Key);

        exit.ShouldBe(0, problem);
        output.ShouldBe("12 scenarios\n");
        stub.Requests.Count.ShouldBeGreaterThan(30);
        // what the client is told to do wrong it does wrong
        QdrantContract.Check(stub.Requests.Where(request => request.Status == 200));
    }

    private static async Task<(int Exit, string Output, string Problem)> RunAsync(params string[] arguments)
    {
        using Process node = Process.Start(new ProcessStartInfo("node", [Script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = node.StandardOutput.ReadToEndAsync(Token);
        Task<string> problem = node.StandardError.ReadToEndAsync(Token);
        await node.WaitForExitAsync(Token);
        return (node.ExitCode, await output, await problem);
    }
}
