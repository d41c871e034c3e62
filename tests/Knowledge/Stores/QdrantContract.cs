using Tests.Support;

namespace Tests.Knowledge.Stores;

/// <summary>The published description of the server's interface, where it lies beside the working copy.</summary>
internal static class QdrantContract
{
    private static readonly Lazy<OpenApiContract?> Published = new(() =>
        SharedMaterial.Find("contracts", "qdrant-openapi.json") is { } path ? new OpenApiContract(File.ReadAllText(path)) : null);

    public static OpenApiContract Require()
    {
        SharedMaterial.Require("contracts", "qdrant-openapi.json");
        return Published.Value!;
    }

    /// <summary>Fails for a request, or an answer of the stub, that is not as described; without the description it checks nothing.</summary>
    public static void Check(IEnumerable<StubRequest> requests)
    {
        if (Published.Value is not { } contract) { return; }
        foreach (StubRequest request in requests)
        {
            contract.Problems(request.Method, request.Path, request.Query, request.Body).ShouldBeEmpty($"{request.Method} {request.Path} {request.Body}");
            if (request.Status is not (401 or 404)) { contract.AnswerProblems(request.Method, request.Path, request.Status, request.Answer).ShouldBeEmpty(request.Answer); }
        }
    }
}
