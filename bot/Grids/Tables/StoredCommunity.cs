namespace Bot.Grids.Tables;

internal sealed record StoredCommunity(CommunityDirectory Directory, bool IsSample);
