using System;
using System.Globalization;
using System.Text.Json.Nodes;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Apis;

namespace ZStackGen.Tool.Samples;

/// <summary>Arguments to begin with: what the page's example sends, and something for each required parameter that it does not show.</summary>
internal static class SampleArguments
{
    /// <summary>The arguments, by the parameters' names on the wire.</summary>
    public static JsonObject Of(ApiEntry api, ApiLibrary library)
    {
        var arguments = new JsonObject();
        foreach (CatalogMember parameter in api.Action.Parameters)
        {
            if (ValueOf(api, parameter, library) is { } value)
                arguments[parameter.Name] = value;
        }

        return arguments;
    }

    /// <summary>The value of one parameter; <see langword="null"/> when it is optional and no example shows it.</summary>
    public static JsonNode? ValueOf(ApiEntry api, CatalogMember parameter, ApiLibrary library)
    {
        if (api.ExampleOf(parameter) is { } shown && parameter.Location == ParameterLocation.Body)
            return shown is JsonArray { Count: 0 } && !parameter.IsRequired ? null : shown.DeepClone();
        return parameter.IsRequired ? Placeholder(api, parameter, parameter.Type, library) : null;
    }

    private static JsonNode? Placeholder(ApiEntry api, CatalogMember parameter, TypeReference type, ApiLibrary library) => type.Kind switch
    {
        ValueKind.Int32 or ValueKind.Int64 or ValueKind.Double or ValueKind.Single or ValueKind.Decimal =>
            parameter.Values.Count > 0 && long.TryParse(parameter.Values[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long known) ? known : 1,
        ValueKind.Boolean => true,
        ValueKind.List => Placeholder(api, parameter, type.Element!, library) is { } element ? new JsonArray(element) : [],
        ValueKind.Map or ValueKind.Structure or ValueKind.ErrorCode or ValueKind.Json => new JsonObject(),
        ValueKind.Timestamp => "2024-01-01T00:00:00Z",
        _ => Text(api, parameter, library),
    };

    private static string Text(ApiEntry api, CatalogMember parameter, ApiLibrary library)
    {
        if (parameter.Values.Count > 0)
            return parameter.Values[0];
        string name = parameter.Name;
        if (name.EndsWith("uuid", StringComparison.OrdinalIgnoreCase) || name.EndsWith("uuids", StringComparison.OrdinalIgnoreCase))
            return library.Resources.UuidFor(api.Action.Path, name);
        // A secret of the simulator's own account, so that a login works as it stands.
        return name switch { "password" => "password", "accountName" or "username" => "admin", _ => name };
    }
}
