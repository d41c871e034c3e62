using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Knowledge.Embeddings;
using Knowledge.Search;
using Knowledge.Terms;

namespace Knowledge.Stores.Qdrant;

/// <summary>
/// A server with the collections of one knowledge base. Which one is in use an alias says. A collection's name tells how its
/// points were made (reading of words, model of meanings), so that one made otherwise is built beside it and then switched to.
/// </summary>
internal sealed partial class QdrantServer(StoreServerSettings settings, TimeProvider clock) : StoreServer
{
    /// <summary>To be raised when points are made in another way: fields, weights, or how terms are read.</summary>
    private const int Format = 1;

    private readonly QdrantClient _client = new(settings, clock);

    internal string OwnName { get; } = $"{settings.Collection}-{MarkOf(settings.Embedder)}";

    public override async Task<string?> ProblemAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _client.OnceAsync<AliasList>(HttpMethod.Get, "aliases", null, cancellationToken);
            return null;
        }
        catch (StoreException gone)
        {
            return gone.Message;
        }
    }

    public override async Task<IKnowledgeStore?> OpenServingAsync(CancellationToken cancellationToken) =>
        await ServingNameAsync(cancellationToken) is { } name ? await QdrantStore.OpenAsync(this, new QdrantCollection(_client, name), cancellationToken) : null;

    public override async Task<IKnowledgeStore> OpenOwnAsync(CancellationToken cancellationToken)
    {
        QdrantCollection own = new(_client, OwnName);
        if (!await own.ExistsAsync(cancellationToken)) { await own.CreateAsync(settings.Embedder?.Dimensions ?? 0, cancellationToken); }
        await own.IndexAsync(cancellationToken);
        return await QdrantStore.OpenAsync(this, own, cancellationToken);
    }

    /// <summary>Takes the collection of these settings away; for tests on a server that others use.</summary>
    internal Task ForgetAsync(CancellationToken cancellationToken) => new QdrantCollection(_client, OwnName).DropAsync(cancellationToken);

    protected override void Dispose(bool disposing) => _client.Dispose();

    /// <summary>From one moment to the next the alias stands for that collection; the one before goes.</summary>
    internal async Task ServeAsync(string name, CancellationToken cancellationToken)
    {
        string? before = await ServingNameAsync(cancellationToken);
        if (before == name) { return; }
        AliasChange create = new(CreateAlias: new Alias(settings.Collection, name));
        AliasChange[] changes = before is null ? [create] : [new AliasChange(DeleteAlias: new OldAlias(settings.Collection)), create];
        await _client.OnceAsync<bool>(HttpMethod.Post, "collections/aliases", new AliasChanges(changes), cancellationToken);
        // never what somebody else made
        if (before is not null && IsOurs(before)) { await new QdrantCollection(_client, before).DropAsync(cancellationToken); }
    }

    private async Task<string?> ServingNameAsync(CancellationToken cancellationToken) =>
        (await _client.RepeatAsync<AliasList>(HttpMethod.Get, "aliases", null, cancellationToken)).Aliases
            .FirstOrDefault(alias => alias.AliasName == settings.Collection)?.CollectionName;

    private bool IsOurs(string name) =>
        name.StartsWith(settings.Collection + "-", StringComparison.Ordinal) && Marks().IsMatch(name[(settings.Collection.Length + 1)..]);

    private static string MarkOf(EmbedderOptions? embedder) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{Format}\n{Bm25.Settings}\n{new FieldWeights()}\n{WordList.Fingerprint}\n{embedder?.Model}\n{embedder?.Dimensions}")).AsSpan(0, 6));

    [GeneratedRegex("^[0-9a-f]{12}$")]
    private static partial Regex Marks();
}
