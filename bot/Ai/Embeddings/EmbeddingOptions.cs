using System.ComponentModel.DataAnnotations;
using Bot.Storage;
using Knowledge.Embeddings;

namespace Bot.Ai.Embeddings;

/// <summary>Section <c>Embeddings</c>: a model that gives texts vectors of their meaning, on any server that speaks the common protocol. Off without an endpoint.</summary>
public sealed class EmbeddingOptions
{
    public const string Section = "Embeddings";

    /// <summary>Base address, e.g. http://127.0.0.1:11434/v1.</summary>
    [SafeAddress("http://127.0.0.1:11434/v1")]
    public string? Endpoint { get; set; }

    public string? Model { get; set; }

    /// <summary>Read from the configuration, kept in memory, shown and logged nowhere.</summary>
    public string? ApiKey { get; set; }

    /// <summary>How many numbers a vector has.</summary>
    [Range(8, 4096)]
    public int Dimensions { get; set; } = 1024;

    /// <summary>Whether to ask for vectors of that length.</summary>
    public bool AskDimensions { get; set; }

    /// <summary>Texts in one request.</summary>
    [Range(1, 256)]
    public int BatchSize { get; set; } = 16;

    /// <summary>In characters; what is longer is cut.</summary>
    [Range(100, 100_000)]
    public int LongestText { get; set; } = 2000;

    /// <summary>How long one request may take.</summary>
    [Range(1, 120)]
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>How long a question waits for its vector; after that it is searched by words alone.</summary>
    [Range(100, 10_000)]
    public int WaitMilliseconds { get; set; } = 1500;

    /// <summary>After repeated failures nothing is asked for so long.</summary>
    [Range(1, 3600)]
    public int BreakSeconds { get; set; } = 60;

    public bool IsOn => !string.IsNullOrWhiteSpace(Endpoint);

    public EmbedderOptions ForModel() =>
        new(Model!, Dimensions, AskDimensions, BatchSize, LongestText, TimeSpan.FromMilliseconds(WaitMilliseconds));
}
