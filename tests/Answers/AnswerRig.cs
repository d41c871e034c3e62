using Bot.Answers;
using Bot.Answers.Library;
using Bot.Grids;
using Knowledge;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;
using Tests.Tickets;

namespace Tests.Answers;

/// <summary>Questions, documents and the knowledge base on real files, with the small community.</summary>
internal sealed class AnswerRig(TicketRig rig) : IAsyncDisposable
{
    private int _asked;

    public TicketRig Rig => rig;

    public DocumentStore Store => rig.Get<DocumentStore>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<AnswerRig> StartAsync(
        TempFolder folder, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? more = null)
    {
        TicketRig rig = await TicketRig.StartAsync(folder, settings: settings, more: more);
        await rig.Get<DocumentStore>().Settled.WaitAsync(Token);
        return new AnswerRig(rig);
    }

    public static Document Allowance(DateOnly? effective = null, DateOnly? expires = null, string name = "allowance") => new(
        name,
        new DocumentHeader("尊老金办理指南", "桂花社区", effective ?? new DateOnly(2026, 3, 1), expires),
        """
        ## 第1条 谁可以领

        户籍在本社区、年满80周岁的老人可以申请尊老金。

        ## 第2条 什么时候发

        尊老金按月发放，每月15日打到社保卡。

        ## 第3条 怎么申请

        申请尊老金，带身份证到社区3号窗口办理。
        """);

    public async Task<ShelfDocument> DraftAsync(Document document)
    {
        await rig.Get<DraftDocumentsHandler>().HandleAsync(new DraftDocuments([document], ShelfOrigin.Upload, "李芳"), Token);
        return await rig.Host.ReadAsync(db => db.Set<ShelfDocument>()
            .SingleAsync(row => row.State == ShelfState.Draft && row.Name == document.Name, Token));
    }

    public async Task<ShelfDocument> PublishAsync(Document document)
    {
        ShelfDocument draft = await DraftAsync(document);
        return (await ChangeAsync(draft, ShelfAct.Publish)).Document.ShouldNotBeNull();
    }

    public Task<ShelfResult> ChangeAsync(ShelfDocument document, ShelfAct act) =>
        rig.Get<ChangeDocumentHandler>().HandleAsync(new ChangeDocument(document.Id, document.Version, act, "李芳"), Token);

    /// <summary>Asks as triage does, in one unit of work.</summary>
    public Task<string> AskAsync(params string[] fragments) => rig.Host.Writes.RunAsync(async (db, token) =>
    {
        CommunityDirectory directory = rig.Get<CommunityStore>().Current;
        DbQuestionBook book = new(db, directory, rig.Get<AnswerHours>(), rig.Get<HandOffsChanged>());
        QuestionDesk desk = new(rig.Get<IKnowledge>(), directory, rig.Get<CommunityClock>());
        Considered considered = await desk.ConsiderAsync(fragments, rig.Now, group: Given.Group, token);
        NewQuestion question = new(considered.Question, "36-1-502", Given.Group, "webchat", Given.Group, $"q{++_asked}");
        return await desk.ReplyAsync(question, considered, book, rig.Now, token);
    }, Token);

    public Task<List<AskedQuestion>> AskedAsync() => rig.Host.ReadAsync(db => db.Set<AskedQuestion>().OrderBy(asked => asked.Id).ToListAsync(Token));

    public Task<List<ShelfDocument>> DocumentsAsync() => rig.Host.ReadAsync(db => db.Set<ShelfDocument>().OrderBy(row => row.Id).ToListAsync(Token));

    public ValueTask DisposeAsync() => rig.DisposeAsync();
}
