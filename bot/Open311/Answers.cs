namespace Bot.Open311;

/// <summary>Where the interface is.</summary>
internal sealed record Discovery(string Changeset, string Contact, string KeyService, IReadOnlyList<DiscoveredEndpoint> Endpoints);

internal sealed record DiscoveredEndpoint(string Specification, string Url, string Changeset, string Type, IReadOnlyList<string> Formats);

/// <summary>A kind of matter, as it is listed.</summary>
internal sealed record ListedService(string ServiceCode, string ServiceName, string Description, bool Metadata, string Type, string Keywords, string Group)
{
    public static ListedService Of(Service service) => new(
        service.Code, service.IsOther ? "其他" : service.Topic, service.IsOther ? "别的事，写清楚是什么事、在哪里" : $"{service.Topic}方面的报修、投诉和建议",
        Metadata: false, "realtime", service.Topic, Bot.Tickets.LabelNames.Name(service.Category));
}

/// <summary>What has to be told beyond the usual fields: nothing.</summary>
internal sealed record ServiceDefinition(string ServiceCode, IReadOnlyList<string> Attributes);

/// <summary>What everybody may know of a ticket.</summary>
internal sealed record PublicRequest(
    string ServiceRequestId, string Status, string StatusNotes, string ServiceName, string ServiceCode, string Description,
    string? AgencyResponsible, string RequestedDatetime, string UpdatedDatetime, string? ExpectedDatetime, string? Address);

/// <summary>The number of what was filed.</summary>
internal sealed record FiledRequest(string ServiceRequestId, string ServiceNotice);

internal sealed record ResolvedToken(string ServiceRequestId, string Token);
