using System.Numerics.Tensors;
using Knowledge.Stores;
using Microsoft.Extensions.AI;

namespace Knowledge.Embeddings;

/// <summary>
/// Turns texts into vectors with a model for meanings, each text once: vectors are kept in a file by model and text, so that
/// a restart or another store asks for nothing twice. Safe for use from many threads.
/// </summary>
/// <param name="generator">One try for a call; throws when it fails, and whoever calls here decides what that means.</param>
/// <param name="options">The model and its limits.</param>
/// <param name="file">Where vectors are kept.</param>
public sealed class PassageEmbedder(IEmbeddingGenerator<string, Embedding<float>> generator, EmbedderOptions options, VectorFile file)
{
    /// <summary>The model and its limits.</summary>
    public EmbedderOptions Options => options;

    /// <summary>The question's vector, of length 1; empty when the model is slow, gone or answers with something else.</summary>
    public async Task<ReadOnlyMemory<float>> OfQuestionAsync(string question, CancellationToken cancellationToken)
    {
        string text = Clip(question);
        if (string.IsNullOrWhiteSpace(text)) { return default; }
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Patience);
        try
        {
            return (await AskAsync([text], limit.Token).WaitAsync(limit.Token))[0];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            return default;
        }
    }

    /// <summary>The vectors of these texts, of length 1, in their order.</summary>
    /// <exception cref="Exception">What the generator throws; vectors that came before are kept.</exception>
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> OfPassagesAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        string[] clipped = [.. texts.Select(Clip)];
        Dictionary<string, ReadOnlyMemory<float>> known = file.Load(options.Model, options.Dimensions, clipped);
        foreach (string[] batch in clipped.Where(text => !known.ContainsKey(text)).Distinct().ToArray().Chunk(options.Batch))
        {
            IReadOnlyList<ReadOnlyMemory<float>> vectors = await AskAsync(batch, cancellationToken);
            List<KeyValuePair<string, ReadOnlyMemory<float>>> read = [.. batch.Select((text, i) => KeyValuePair.Create(text, vectors[i]))];
            file.Keep(options.Model, options.Dimensions, read);
            foreach ((string text, ReadOnlyMemory<float> vector) in read) { known[text] = vector; }
        }
        return [.. clipped.Select(text => known[text])];
    }

    /// <summary>Kept vectors of anything but the passages of these documents go.</summary>
    /// <returns>How many went.</returns>
    public int KeepOnly(IEnumerable<Document> documents) => file.KeepOnly(options.Model, options.Dimensions,
        documents.SelectMany(document => Passages.Of(document).Select(passage => Clip(PassageText.Of(document, passage)))));

    private async Task<IReadOnlyList<ReadOnlyMemory<float>>> AskAsync(string[] texts, CancellationToken cancellationToken)
    {
        GeneratedEmbeddings<Embedding<float>> answer = await generator.GenerateAsync(texts, new EmbeddingGenerationOptions { Dimensions = options.AsksDimensions ? options.Dimensions : null }, cancellationToken);
        return answer.Count != texts.Length
            ? throw new InvalidDataException($"The model answered {texts.Length} texts with {answer.Count} vectors.")
            : [.. answer.Select(embedding => Normal(embedding.Vector))];
    }

    private ReadOnlyMemory<float> Normal(ReadOnlyMemory<float> vector)
    {
        if (vector.Length != options.Dimensions)
        {
            throw new InvalidDataException($"The model gives vectors of {vector.Length} numbers, {options.Dimensions} are set.");
        }
        float length = TensorPrimitives.Norm(vector.Span);
        if (!float.IsFinite(length) || length == 0) { throw new InvalidDataException("The model gave a vector without direction."); }
        float[] normal = new float[vector.Length];
        TensorPrimitives.Divide(vector.Span, length, normal);
        return normal;
    }

    private string Clip(string text) => text.Length <= options.LongestText ? text : text[..options.LongestText];
}
