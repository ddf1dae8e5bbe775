using System;
using Microsoft.Extensions.Options;

namespace ZStack.Hosting;

// The options' own check, in the host's terms.
internal sealed class OptionsValidation(string client) : IValidateOptions<ZStackClientOptions>
{
    public ValidateOptionsResult Validate(string? name, ZStackClientOptions options)
    {
        if (name != client)
            return ValidateOptionsResult.Skip;
        try
        {
            options.Validate();
            // Reads the files, so that a wrong one stops the start and not the first call.
            if (options.HandlerFactory is null)
                options.CreateHandler().Dispose();
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException e)
        {
            return ValidateOptionsResult.Fail(Where(client) + ": " + Key(e.ParamName) + Plain(e));
        }
    }

    public static string Where(string client) => client.Length == 0 ? "ZStack client" : "ZStack client '" + client + "'";

    private static string Key(string? parameter)
        => string.IsNullOrEmpty(parameter) || parameter == "options" ? string.Empty : char.ToUpperInvariant(parameter![0]) + parameter.Substring(1) + ": ";

    // Without what ArgumentException appends to its message.
    private static string Plain(ArgumentException e)
    {
        int end = e.ParamName is null ? -1 : e.Message.LastIndexOf(" (Parameter '", StringComparison.Ordinal);
        if (end < 0)
            end = e.ParamName is null ? -1 : e.Message.IndexOf(Environment.NewLine, StringComparison.Ordinal);
        return end < 0 ? e.Message : e.Message.Substring(0, end);
    }
}
