using Bot.Grids;
using Knowledge;

namespace Bot.Answers;

/// <summary>
/// Answers a question from the documents, with the words and where they stand, or hands it to a person; somebody's own case gets
/// both. The group and 试问一句 go the same way.
/// </summary>
public sealed class QuestionDesk(IKnowledge knowledge, CommunityDirectory directory, CommunityClock clock)
{
    private readonly HandOffReplies _handOffs = new(directory, clock);
    private readonly AnswerReplies _answers = new(directory, clock);

    /// <summary>What the documents say, before anything is written.</summary>
    /// <param name="fragments">What was said in a row: one question mostly, with words around it now and then.</param>
    public Considered Consider(IReadOnlyList<string> fragments, DateTimeOffset asked)
    {
        DateOnly day = DateOnly.FromDateTime(clock.Local(asked));
        string whole = string.Join('\n', fragments);
        Answer? best = knowledge.Ask(whole, day);
        if (best is { Answered: false } && fragments.Count > 1)
        {
            best = fragments.Select(fragment => knowledge.Ask(fragment, day)).OfType<Answer>()
                .Where(answer => answer.Answered).MaxBy(answer => answer.Confidence) ?? best;
        }
        return new Considered(whole, PersonalCases.Is(whole), best);
    }

    /// <summary>What the group hears; keeps question and answer in the book.</summary>
    public async ValueTask<string> ReplyAsync(
        NewQuestion question, Considered considered, IQuestionBook book, DateTimeOffset now, CancellationToken cancellationToken)
    {
        HandOff? item = considered.NeedsPerson ? await book.HandOffAsync(question, now, cancellationToken) : null;
        string reply = Word(considered, item, now);
        await book.KeepAsync(considered.Keep(question, item?.Number, reply, now), cancellationToken);
        return reply;
    }

    /// <summary>The words alone.</summary>
    public string Word(Considered considered, HandOff? item, DateTimeOffset now) => (considered.Source, item) switch
    {
        ({ } source, null) => AnswerReplies.Answered(source),
        ({ } source, { } own) => _answers.RuleAndPerson(source, own, now),
        (null, { } handed) => _handOffs.HandedOff(handed, now),
        _ => throw new InvalidOperationException("a question without answer and without a person"),
    };
}
