using Bot.Commands;

return await CommandLine.RunAsync(args, async (arguments, cancellationToken) =>
{
    WebApplicationBuilder builder = WebApplication.CreateBuilder(arguments);
    await using WebApplication app = builder.Build();
    await app.RunAsync(cancellationToken);
    return ExitCodes.Success;
});
