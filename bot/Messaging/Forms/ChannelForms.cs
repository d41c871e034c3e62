namespace Bot.Messaging.Forms;

/// <summary>The forms of all kinds of channels that can be set up, in the order people see them.</summary>
public sealed class ChannelForms(params ChannelForm[] forms)
{
    public IReadOnlyList<ChannelForm> All => forms;

    public ChannelForm? Find(string name) => Array.Find(forms, form => form.Name == name);

    public ChannelForm? Of(string channel) => Array.Find(forms, form => form.IsOf(channel));
}
