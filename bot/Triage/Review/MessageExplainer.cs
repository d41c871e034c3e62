using Bot.Grids;
using Bot.Messaging;
using Bot.Triage.Classifier;
using Bot.Triage.Reading;

namespace Bot.Triage.Review;

/// <summary>Why a message is what it is, as the engine in use sees it now.</summary>
/// <param name="Learned">What the machine takes it for by its words, and the words that pulled most.</param>
/// <param name="Decided">The same for the kind that was decided, where the rules or its neighbours made it another.</param>
/// <param name="Rules">The rules that matched.</param>
/// <param name="Engine">Version of the engine in use.</param>
public sealed record MessageExplanation(Explanation Learned, Explanation? Decided, IReadOnlyList<string> Rules, string Engine);

/// <summary>Explains one message when somebody asks; nothing of it is stored.</summary>
public sealed class MessageExplainer(EngineSource engines, CommunityStore community)
{
    /// <summary>Null while the engine is being prepared.</summary>
    public MessageExplanation? Explain(Message message, string? quoted, Kind? decided)
    {
        if (engines.Current is not { } engine) { return null; }
        Finding finding = new MessageReader(engine.Model, community.Current).Read(PipelineMemory.ToChat(message) with { Quoted = quoted });
        Explanation learned = engine.Model.Explain(message.Text, message.Role);
        return new MessageExplanation(
            learned,
            decided is { } kind && kind != learned.Kind ? engine.Model.Explain(message.Text, message.Role, kind) : null,
            [.. RuleWords.Of(finding)],
            engine.Version);
    }
}
