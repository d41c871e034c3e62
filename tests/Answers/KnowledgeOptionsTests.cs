using Bot.Answers;
using Bot.Answers.Library;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Tests.Answers;

public sealed class KnowledgeOptionsTests
{
    [Theory]
    [InlineData("Store", "elastic", "Knowledge:Store 须是 embedded 或 qdrant，现在是“elastic”")]
    [InlineData("Store", "qdrant", "Knowledge:Store 是 qdrant，还要写 Knowledge:Url（服务器的地址，如 http://127.0.0.1:6333）")]
    [InlineData("Collection", "社区/一", "Knowledge:Collection 只能用字母、数字、- 和 _，最多60个字符")]
    [InlineData("Url", "http://qdrant.example.org:6333", "须是网址，如 http://127.0.0.1:6333；本机和内网以外的要用 https，网址里不能带用户名和密码")]
    [InlineData("Retries", "50", "between 0 and 5")]
    public void A_wrong_setting_says_what_is_wrong(string key, string value, string message)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create($"Knowledge:{key}", (string?)value)]).Build();
        using ServiceProvider services = new ServiceCollection().AddAnswers(configuration).BuildServiceProvider();
        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<KnowledgeOptions>>().Value)
            .Failures.ShouldContain(failure => failure.Contains(message, StringComparison.Ordinal));
    }
}
