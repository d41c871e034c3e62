using System.Text.Json.Nodes;
using Bot.Messaging.Pictures;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Channels.DingTalk;

/// <summary>Pictures of messages: the vendor is asked where they lie and they are fetched from there.</summary>
public sealed class PictureTests
{
    private static readonly byte[] Pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_is_asked_for_by_its_code_and_kept()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        rig.Gateway.File = Pixel;
        await rig.HearAsync(Payloads.Of("picture", new JsonObject { ["downloadCode"] = "code+1" }));
        (await SettledAsync(rig)).State.ShouldBe(PictureState.Kept);
        JsonNode.DeepEquals(rig.Gateway.To("/messageFiles/download").Single().Body, JsonNode.Parse("""{"downloadCode":"code+1","robotCode":"dingTESTapp"}""")).ShouldBeTrue();
        (await rig.StoredAsync()).Single().Images.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(404, "{}", "钉钉说照片已经取不到了")]
    [InlineData(200, """{"downloadUrl":"file:///etc/passwd"}""", "钉钉没有给出照片的地址")]
    [InlineData(200, "[]", "钉钉没有给出照片的地址")]
    public async Task What_the_vendor_does_not_tell_is_given_up(int status, string body, string reason)
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        rig.Gateway.Act = request => request.Path.EndsWith("/download", StringComparison.Ordinal) ? new FakeAnswer(status, body) : null;
        await rig.HearAsync(Payloads.Of("picture", new JsonObject { ["downloadCode"] = "code+1" }));
        Picture picture = await SettledAsync(rig);
        (picture.State, picture.Reason).ShouldBe((PictureState.GivenUp, reason));
    }

    [Fact]
    public async Task An_address_inside_the_building_is_not_asked()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync([.. DingTalkRig.App, (DingTalkRig.Public, "true")]);
        rig.Gateway.File = Pixel;
        await rig.HearAsync(Payloads.Of("picture", new JsonObject { ["downloadCode"] = "code+1" }));
        await Eventually.TrueAsync(async () => (await PictureAsync(rig)).Attempts == 1, "a try");
        (await PictureAsync(rig)).State.ShouldBe(PictureState.Waiting);
        rig.Gateway.Fetched.ShouldBe(0);
    }

    private static async Task<Picture> SettledAsync(DingTalkRig rig)
    {
        await Eventually.TrueAsync(async () => (await PictureAsync(rig)).State != PictureState.Waiting, "settled");
        return await PictureAsync(rig);
    }

    private static Task<Picture> PictureAsync(DingTalkRig rig) => rig.Host.ReadAsync(db => db.Set<Picture>().AsNoTracking().SingleAsync(Token));
}
