namespace Tests.Knowledge.Stores;

/// <summary>The check is worth something only if wrong requests do not pass it.</summary>
public sealed class OpenApiContractTests
{
    private const string Query = "/collections/a/points/query";

    [Theory]
    [InlineData("PUT", "/collections/a/points", "?wait=true", """{"points":[{"id":"6d3f0e6c-5b7e-5a53-9a0e-3c1e7f5a9b21","vector":{"words":{"indices":[1],"values":[0.5]}},"payload":{"any":1}}]}""")]
    [InlineData("POST", Query, "", """{"query":{"fusion":"rrf"},"prefetch":[{"query":{"nearest":[0.1]},"using":"meaning","limit":3}],"limit":5,"with_payload":["a"]}""")]
    [InlineData("POST", "/collections/a/points/scroll", "", """{"limit":5,"filter":{"must":[{"key":"day","range":{"lte":20260701}}]},"offset":null}""")]
    [InlineData("GET", "/aliases", "", null)]
    public void What_is_described_passes(string method, string path, string query, string? body) =>
        QdrantContract.Require().Problems(method, path, query, body).ShouldBeEmpty();

    [Theory]
    [InlineData("PUT", "/collections/a/points", "?wait=maybe", """{"points":[]}""")]
    [InlineData("PUT", "/collections/a/points", "?weight=true", """{"points":[]}""")]
    [InlineData("PUT", "/collections/a/points", "", """{"points":[{"id":"6d3f0e6c","vector":{}}]}""")]
    [InlineData("PUT", "/collections/a/points", "", """{"points":[{"id":-1,"vector":{}}]}""")]
    [InlineData("PUT", "/collections/a/points", "", """{"points":[{"id":1}]}""")]
    [InlineData("PUT", "/collections/a/points", "", """{"points":[{"id":1,"vector":{"words":{"indices":[-1],"values":[0.5]}}}]}""")]
    [InlineData("PUT", "/collections/a/points", "", """{"points":[{"id":1,"vector":{"words":{"indices":[1],"values":["0.5"]}}}]}""")]
    [InlineData("PUT", "/collections/a/points", "", """{"points":[{"id":1,"vector":{},"more":1}]}""")]
    [InlineData("PUT", "/collections/a/points", "", null)]
    [InlineData("POST", Query, "", """{"query":{"fusion":"rff"}}""")]
    [InlineData("POST", Query, "", """{"query":{"nearest":[0.1]},"Limit":5}""")]
    [InlineData("POST", Query, "", """{"query":{"nearest":[0.1]},"limit":0}""")]
    [InlineData("POST", Query, "", """{"query":{"nearest":[0.1]},"limit":"5"}""")]
    [InlineData("POST", Query, "", """{"query":{"nearest":[0.1]},"filter":{"must":[{"match":{"value":1}}]}}""")]
    [InlineData("POST", Query, "", """{"query":{"nearest":[0.1]},"filter":{"must":[{"key":"a","match":{"any":["b","b"]}}]}}""")]
    [InlineData("POST", Query, "", """{"query":{"nearest":[0.1]},"filter":{"must":[{"key":"a","range":{"before":1}}]}}""")]
    [InlineData("POST", Query, "", """{"query":{"nearest":[0.1]},"filter":{"most":[]}}""")]
    [InlineData("PUT", "/collections/a", "", """{"vectors":{"meaning":{"size":4,"distance":"cosine"}}}""")]
    [InlineData("PUT", "/collections/a/index", "", """{"field_name":"a","field_schema":"number"}""")]
    [InlineData("POST", "/collections/aliases", "", """{"actions":[{"create_alias":{"alias_name":"a"}}]}""")]
    [InlineData("PATCH", "/collections/a/points", "", "{}")]
    [InlineData("GET", "/collection", "", null)]
    [InlineData("GET", "/aliases", "", "{}")]
    public void What_is_not_described_is_found(string method, string path, string query, string? body) =>
        QdrantContract.Require().Problems(method, path, query, body).ShouldNotBeEmpty();

    [Fact]
    public void An_answer_is_checked_too()
    {
        OpenApiContract contract = QdrantContract.Require();
        contract.AnswerProblems("GET", "/aliases", 200, """{"result":{"aliases":[{"alias_name":"a","collection_name":"b"}]},"status":"ok","time":0.1}""").ShouldBeEmpty();
        contract.AnswerProblems("GET", "/aliases", 200, """{"result":{"aliases":[{"alias_name":"a"}]},"status":"ok","time":0.1}""").ShouldNotBeEmpty();
        contract.AnswerProblems("GET", "/aliases", 404, """{"status":{"error":7},"time":0.1}""").ShouldNotBeEmpty();
    }
}
