using System.ComponentModel.DataAnnotations;
using Bot.Storage;
using Knowledge.Embeddings;
using Knowledge.Stores;

namespace Bot.Answers.Library;

/// <summary>Section <c>Knowledge</c>: where the index over the documents lies.</summary>
public sealed class KnowledgeOptions
{
    public const string Section = "Knowledge";

    /// <summary>One of <see cref="StoreServer.Kinds"/>.</summary>
    public string Store { get; set; } = StoreServer.Embedded;

    /// <summary>Base address of the server; may stay when it is no longer used, so that it answers until the other store is filled.</summary>
    [SafeAddress("http://127.0.0.1:6333")]
    public string? Url { get; set; }

    /// <summary>Read from the configuration, kept in memory, shown and logged nowhere.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The name on the server under which what is in use is found.</summary>
    [RegularExpression("^[A-Za-z0-9_-]{1,60}$", ErrorMessage = "Knowledge:Collection 只能用字母、数字、- 和 _，最多60个字符")]
    public string Collection { get; set; } = "bot-knowledge";

    /// <summary>How long one try of one request may take.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; set; } = 5;

    /// <summary>Further tries after a failure that may pass.</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 2;

    /// <summary>After repeated failures nothing is sent for so long.</summary>
    [Range(1, 3600)]
    public int BreakSeconds { get; set; } = 30;

    public bool IsOnServer => Store != StoreServer.Embedded;

    /// <summary>Null without an address.</summary>
    public StoreServer? ToServer(EmbedderOptions? embedder, TimeProvider clock) => string.IsNullOrWhiteSpace(Url) ? null : StoreServer.Create(
        IsOnServer ? Store : StoreServer.Kinds.Single(kind => kind != StoreServer.Embedded),
        new StoreServerSettings(
            new Uri(Url), string.IsNullOrEmpty(ApiKey) ? null : ApiKey, Collection,
            TimeSpan.FromSeconds(TimeoutSeconds), Retries, TimeSpan.FromSeconds(BreakSeconds))
        { Embedder = embedder },
        clock);
}
