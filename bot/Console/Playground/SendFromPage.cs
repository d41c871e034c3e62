using Bot.Channels.WebChat;
using Bot.Messaging.Pictures;

namespace Bot.Console.Playground;

/// <summary>Sends what the page's form holds, photos first.</summary>
public sealed class SendFromPage(PostMessageHandler post, PhotoStore photos)
{
    /// <summary>Null when it was stored, else why not.</summary>
    public async Task<string?> SendAsync(PlaygroundPlace place, PlaygroundForm form, IFormFileCollection files, CancellationToken cancellationToken)
    {
        if (files.Count > PostMessageHandler.MostImages) { return $"一次最多 {PostMessageHandler.MostImages} 张照片。"; }
        List<string> names = [];
        foreach (IFormFile file in files.Where(file => file.Length > 0))
        {
            await using Stream content = file.OpenReadStream();
            if (await photos.SaveAsync(content, cancellationToken) is not { } name)
            {
                photos.Remove(names);
                return $"照片“{file.FileName}”不能用：只收 PNG、JPEG、WebP、GIF，每张不超过 5 兆。";
            }
            names.Add(name);
        }
        PostResult result = await post.HandleAsync(
            new ChatPost(place.Conversation, place.Person, form.Id, form.Text, form.ReplyTo, names), cancellationToken);
        if (result is PostResult.Stored { Receipt.IsRecorded: true }) { return null; }
        photos.Remove(names);
        return (result as PostResult.Refused)?.Error;
    }
}
