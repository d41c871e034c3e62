using Bot.Messaging;
using Bot.Storage;
using Knowledge;
using Knowledge.Answering;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library;

/// <summary>标准答复: a question and its answer as a person words it; it answers at once, and the former wording is kept.</summary>
/// <param name="Id">Of the version that was changed; null for a new one.</param>
/// <param name="Similar">Other words of the question, one a line.</param>
public sealed record SaveStandardAnswer(int? Id, int Version, string Question, string Similar, string Answer, DocumentHeader Header, string By);

public sealed class SaveStandardAnswerHandler(WriteQueue writes, Shelf shelf, TimeProvider clock)
{
    public const string Folder = Curated.Folder;
    public const int LongestAnswer = 200;

    public async Task<ShelfResult> HandleAsync(SaveStandardAnswer command, CancellationToken cancellationToken)
    {
        ShelfResult result = await writes.RunAsync((db, token) => SaveAsync(db, command, token), cancellationToken);
        if (result is { IsDone: true, Document: { } document }) { await shelf.SyncAsync([document.Name], CancellationToken.None); }
        return result;
    }

    private async Task<ShelfResult> SaveAsync(BotDbContext db, SaveStandardAnswer command, CancellationToken cancellationToken)
    {
        string question = StandardAnswer.Clean(command.Question);
        if (question.Length == 0) { return new ShelfResult(null, "请写上问题"); }
        if (!command.Answer.Any(char.IsLetterOrDigit)) { return new ShelfResult(null, "请写上答复"); }
        if (SafeWords.Length(command.Answer.Trim()) > LongestAnswer) { return new ShelfResult(null, $"答复请写在{LongestAnswer}字以内"); }
        if (SafeWords.HasIdNumber(command.Answer)) { return new ShelfResult(null, "答复里有身份证号，不能发到群里，请去掉"); }
        ShelfDocument? old = command.Id is { } id ? await db.Set<ShelfDocument>().AsTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) : null;
        if (command.Id is not null && old is not { IsLive: true }) { return new ShelfResult(old, "这条已经不在用了，请看看现在的"); }
        if (old is not null && old.Version != command.Version) { return new ShelfResult(old, $"{old.ChangedBy}刚改过，看看差别再保存"); }
        string name = old?.Name ?? Folder + UploadReader.Clean(question);
        if (old is null && await db.Set<ShelfDocument>().LiveAsync(name, cancellationToken) is not null) { return new ShelfResult(null, "这个问题已经有标准答复了，请在那一条上改"); }
        DateTimeOffset now = clock.GetUtcNow();
        // the form asks for less than a header holds
        DocumentHeader header = old is null ? command.Header
            : command.Header with { Issuer = command.Header.Issuer ?? old.Issuer, Audience = command.Header.Audience ?? old.Audience, SupersededBy = command.Header.SupersededBy ?? old.SupersededBy };
        Document document = new(name, header with { Title = question }, Body(command));
        ShelfDocument next = ShelfDocument.Of(document, ShelfOrigin.Answer, old?.State ?? ShelfState.Active, command.By, now);
        next.BasedOn = old?.Id;
        db.Add(next);
        old?.GiveWay(command.By, now);
        return new ShelfResult(next);
    }

    private static string Body(SaveStandardAnswer command)
    {
        Document plain = new("", new DocumentHeader(""), command.Answer.ReplaceLineEndings("\n").Trim() + "\n");
        return (PassageEditor.Ask(plain, 0, PersonalNumbers.Mask(command.Similar)) ?? plain).Body;
    }
}
