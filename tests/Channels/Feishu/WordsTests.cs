using Bot.Channels.Feishu.Sending;
using Bot.Messaging.Members;

namespace Tests.Channels.Feishu;

public sealed class WordsTests
{
    [Theory]
    [InlineData("<at user_id=\"all\">所有人</at> 开会", "＜at user_id=\"all\">所有人＜/at> 开会")]
    [InlineData("<AT user_id='ou_1'></AT>", "＜AT user_id='ou_1'>＜/AT>")]
    [InlineData("<b>粗</b> 3 < 5 和 <3", "＜b>粗＜/b> 3 < 5 和 <3")]
    [InlineData("[领奖](https://bad.example)", "[领奖]（https://bad.example)")]
    [InlineData("一\n二\t三\u0000\u0007四", "一\n二\t三四")]
    public void Nobodys_words_become_calls_marks_or_links(string text, string plain) => Words.Plain(text).ShouldBe(plain);

    [Fact]
    public void Who_is_answered_is_called()
    {
        Words.Calling(new CalledWords(Who("ou_1", "小陈<b>"), " 记下了")).ShouldBe("<at user_id=\"ou_1\">小陈＜b></at> 记下了");
        Words.Calling(new CalledWords(Who("ou_1", "小陈"), "记下了")).ShouldBe("<at user_id=\"ou_1\">小陈</at> 记下了");
        Words.Calling(new CalledWords(Who("all", "小陈"), " 记下了")).ShouldBe("@小陈 记下了");
        Words.Calling(new CalledWords(Who("\"><at user_id=\"all", "小陈"), " 记下了")).ShouldBe("@小陈 记下了");
        Words.Calling(new CalledWords(null, "@小陈 记下了")).ShouldBe("@小陈 记下了");
    }

    [Theory]
    [InlineData("om_1", "om_1")]
    [InlineData("om_1~0a1b2c3d", "om_1")]
    [InlineData("答:1", null)]
    [InlineData("om_1/../x", null)]
    [InlineData(null, null)]
    public void Ids_of_messages_are_known(string? message, string? id) => Speech.IdOf(message).ShouldBe(id);

    private static Member Who(string id, string name) => new() { Channel = "feishu", ExternalId = id, Name = name };
}
