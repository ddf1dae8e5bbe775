using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json.Nodes;
using ZStack.Simulation.Specs;
using ZStackGen.Specs.Catalog;

namespace ZStack.Simulation.Answers;

/// <summary>Makes the <c>schema</c> member: which server class stands at which place of an answer (protocol §6).</summary>
internal sealed class ResponseSchema(ApiCatalog catalog)
{
    // Packages differ by module; these are the ones that published pages show.
    private static readonly Dictionary<string, string> s_packages = new(StringComparer.Ordinal)
    {
        ["ApplianceVmInventory"] = "org.zstack.appliancevm",
        ["ImageInventory"] = "org.zstack.header.image",
        ["IpRangeInventory"] = "org.zstack.header.network.l3",
        ["L3NetworkInventory"] = "org.zstack.header.network.l3",
        ["LoadBalancerInventory"] = "org.zstack.network.service.lb",
        ["LoadBalancerListenerInventory"] = "org.zstack.network.service.lb",
        ["LongJobInventory"] = "org.zstack.header.longjob",
        ["SecurityGroupInventory"] = "org.zstack.network.securitygroup",
        ["SessionInventory"] = "org.zstack.header.identity",
        ["TaskProgressInventory"] = "org.zstack.header.core.progress",
        ["UsedIpInventory"] = "org.zstack.header.network.l3",
        ["VipInventory"] = "org.zstack.network.service.vip",
        ["VmInstanceInventory"] = "org.zstack.header.vm",
        ["VmNicInventory"] = "org.zstack.header.vm",
        ["VolumeInventory"] = "org.zstack.header.volume",
        ["ZoneInventory"] = "org.zstack.header.zone",
    };

    /// <summary>Adds the schema to <paramref name="answer"/>.</summary>
    public void AddTo(JsonObject answer, SimulatedApi api)
    {
        var schema = new JsonObject();
        foreach (CatalogMember member in api.Action.Result)
            Visit(schema, member.Name, answer[member.Name], member.Type);

        answer["schema"] = schema;
    }

    private void Visit(JsonObject schema, string path, JsonNode? value, TypeReference type)
    {
        switch (value)
        {
            case JsonArray array:
                for (int i = 0; i < array.Count; i++)
                    VisitElement(schema, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), array[i], type);
                break;
            case JsonObject map when type.Kind == ValueKind.Map:
                foreach ((string key, JsonNode? element) in map)
                    VisitElement(schema, $"{path}.{key}", element, type);
                break;
            default:
                VisitElement(schema, path, value, type);
                break;
        }
    }

    private void VisitElement(JsonObject schema, string path, JsonNode? value, TypeReference type)
    {
        if (value is not JsonObject item || type.StructureName() is not { } name)
            return;
        schema[path] = ClassName(name);
        if (catalog.Type(name) is not { } structure)
            return;
        foreach (CatalogMember member in structure.Members)
        {
            if (item.TryGetPropertyValue(member.Name, out JsonNode? inner))
                Visit(schema, $"{path}.{member.Name}", inner, member.Type);
        }
    }

    private static string ClassName(string type) =>
        s_packages.TryGetValue(type, out string? package) ? $"{package}.{type}" : $"org.zstack.header.{type}";
}
