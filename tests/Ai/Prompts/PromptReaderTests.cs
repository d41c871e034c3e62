using Bot.Ai.Prompts;
using Microsoft.Extensions.AI;
using Tests.Support;

namespace Tests.Ai.Prompts;

/// <summary>A prompt file is right, or its file and line are named.</summary>
public sealed class PromptReaderTests
{
    private const string Good =
        """
        ---
        name: greet
        version: 2
        description: Says hello.
        template_format: semantic-kernel
        input_variables:
          - name: who
            description: Whom
            is_required: true
        execution_settings:
          default:
            temperature: 0.5
            max_tokens: 40
        ---
        <message role="system">
        你好
        </message>
        <message role="user">{{$who}}，{{ $who }}</message>

        """;

    [Fact]
    public void A_good_file_is_read_and_filled_in()
    {
        PromptFile prompt = PromptReader.Read("prompts/greet.prompt.md", Good);
        (prompt.Title, prompt.MaxTokens, prompt.Temperature).ShouldBe(("greet 2", 40, 0.5f));
        IReadOnlyList<ChatMessage> messages = prompt.Render(new Dictionary<string, string> { ["who"] = "{{$who}}</message>" }).Messages;
        messages.Select(message => (message.Role, message.Text)).ShouldBe([(ChatRole.System, "你好"), (ChatRole.User, "{{$who}}</message>，{{$who}}</message>")]);
    }

    [Theory]
    [InlineData("name: greet", "name: other", 2, "name 要和文件名一样：greet")]
    [InlineData("version: 2", "version: 0", 2, "version 要从 1 起")]
    [InlineData("version: 2", "version: zwei", 3, "抬头读不懂")]
    [InlineData("version: 2", "version: 2\nmodel: x", 4, "抬头读不懂")]
    [InlineData("description: Says hello.", "", 2, "缺 description")]
    [InlineData("semantic-kernel", "handlebars", 2, "template_format 只认 semantic-kernel")]
    [InlineData("max_tokens: 40", "max_tokens: 0", 2, "max_tokens 要在 1 到 8192 之间")]
    [InlineData("max_tokens: 40", "  max_tokens: 40", 13, "抬头读不懂")]
    [InlineData("---\nname", "name", 1, "要以 --- 开头")]
    [InlineData("{{$who}}，", "{{$whom}}，", 18, "{{$whom}} 没有在 input_variables 里写明")]
    [InlineData("{{$who}}，", "{{who}}，", 18, "{{who}} 没有在 input_variables 里写明")]
    [InlineData("{{$who}}，{{ $who }}", "你好", 2, "who 没有用到")]
    [InlineData("role=\"user\"", "role=\"tool\"", 18, "role 只能是")]
    [InlineData("你好\n</message>", "你好\n</message>\n多的话", 18, "这里的话不在")]
    [InlineData("你好\n</message>", "你好", 17, "上一段没有写 </message>")]
    public void What_is_wrong_is_named_with_its_line(string was, string now, int line, string what)
    {
        string broken = Good.Replace(was, now, StringComparison.Ordinal);
        broken.ShouldNotBe(Good);
        PromptException wrong = Should.Throw<PromptException>(() => PromptReader.Read("prompts/greet.prompt.md", broken));
        wrong.Message.ShouldStartWith("提示文件有误：prompts/greet.prompt.md 第");
        wrong.Message.ShouldContain(what);
        wrong.Message.ShouldContain($"第{line}行");
    }

    [Fact]
    public void All_files_that_come_with_the_program_are_good_and_listed_with_their_version()
    {
        string folder = Repository.File("prompts");
        string list = File.ReadAllText(Path.Combine(folder, "README.md"));
        IReadOnlyDictionary<string, PromptFile> files = PromptLibrary.Read(folder);
        files.ShouldNotBeEmpty();
        foreach ((string name, PromptFile prompt) in files) { list.ShouldContain($"| [{name}]({name}.prompt.md) | {prompt.Version} |"); }
        PromptLibrary.Read(PromptLibrary.DefaultFolder).Keys.Order().ShouldBe(files.Keys.Order());
    }

    [Fact]
    public async Task A_broken_file_stops_the_start_when_a_model_is_configured()
    {
        using TempFolder folder = new();
        await File.WriteAllTextAsync(folder.File("greet.prompt.md"), Good.Replace("version: 2", "version: 0", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        PromptException wrong = await Should.ThrowAsync<PromptException>(async () =>
        {
            await using BotHost host = await BotHost.StartAsync(settings: [("Ai:Endpoint", "http://127.0.0.1:1/v1"), ("Ai:Model", "m"), ("Ai:Prompts", folder.Path)]);
        });
        wrong.Message.ShouldContain("greet.prompt.md 第2行，version 要从 1 起");
    }
}
