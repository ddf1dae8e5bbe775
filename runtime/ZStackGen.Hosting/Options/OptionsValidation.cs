using System;
using Microsoft.Extensions.Options;

namespace ZStack.Hosting;

// Validates the options when the host starts.
internal sealed class OptionsValidation(string client) : IValidateOptions<ZStackClientOptions>
{
    public ValidateOptionsResult Validate(string? name, ZStackClientOptions options)
    {
        if (name != client)
            return ValidateOptionsResult.Skip;
        try
        {
            options.Validate();
            // Reads the certificate files, so that an invalid file fails the start instead of the first call.
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

    // Removes the parameter name that ArgumentException appends to its message.
    private static string Plain(ArgumentException e)
    {
        int end = e.ParamName is null ? -1 : e.Message.LastIndexOf(" (Parameter '", StringComparison.Ordinal);
        if (end < 0)
            end = e.ParamName is null ? -1 : e.Message.IndexOf(Environment.NewLine, StringComparison.Ordinal);
        return end < 0 ? e.Message : e.Message.Substring(0, end);
    }
}
