using System;
using System.Globalization;
using System.Text.Json.Nodes;
using ZStackGen.Explorer.Apis;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Explorer.Samples;

/// <summary>Initial arguments: those of the page's example, and a value for each other required parameter.</summary>
internal static class SampleArguments
{
    /// <summary>Returns the arguments by parameter name.</summary>
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

    /// <summary>Returns the value of a parameter; <see langword="null"/> if it is optional and no example contains it.</summary>
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
        // The password of the simulator's own account, so that a login works without changes.
        return name switch { "password" => "password", "accountName" or "username" => "admin", _ => name };
    }
}
