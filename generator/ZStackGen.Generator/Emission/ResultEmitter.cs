using System.Collections.Generic;
using ZStackGen.Generator.CSharp;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Emission;

/// <summary>
/// Writes the nested <c>Result</c> of an action. Most results contain one resource, a list of resources, or a list and a total. These derive
/// from a generic class of the runtime with these properties, because every property costs several rows of metadata.
/// </summary>
internal sealed class ResultEmitter(SourceWriter writer, EmitOptions options)
{
    private readonly MemberEmitter _members = new(writer, options);

    public void Emit(CatalogAction action)
    {
        var types = new TypeText(options, action.Result, NamesAround(action));
        CatalogMember? content = Content(action);
        writer.Add($"/// <summary>The result of <see cref=\"{new Identifier(action.TypeName)}\"/>.</summary>");
        if (content is { Description: { Length: > 0 } description })
            writer.Add($"<remarks>{new XmlText(description)}</remarks>");
        writer.EndLine();
        Code parent = content switch
        {
            null => RuntimeNames.Result,
            { Type.Kind: ValueKind.Structure } => $"{RuntimeNames.InventoryResult}<{types.Name(content.Type)}>",
            _ when action.Result.Count == 2 => $"{RuntimeNames.QueryResult}<{types.Name(content.Type.Element!)}>",
            _ => $"{RuntimeNames.InventoriesResult}<{types.Name(content.Type.Element!)}>",
        };
        writer.Line($"public sealed partial class Result : {parent}");
        writer.Open();
        if (content is null)
            Members(action, types);
        else
            Content(content, types);
        writer.Close();
    }

    private void Members(CatalogAction action, TypeText types)
    {
        if (action.Result.Count == 0)
            return;
        foreach (CatalogMember member in action.Result)
        {
            _members.Field(member, types, Presence.OfResult, action.Since);
            writer.EndLine();
        }

        _members.ReadMember(action.Result, types, Presence.OfResult);
        writer.EndLine();
        _members.WriteMembers(action.Result, Presence.OfResult, hasBase: true);
    }

    private void Content(CatalogMember content, TypeText types)
    {
        if (content.Type.Kind == ValueKind.Structure)
            writer.Line($"protected override {types.Name(content.Type)} ReadInventory(ref {RuntimeNames.Reader} reader) => {types.Visible(content.Type.Name!)}.Read(ref reader);");
        else
            writer.Line($"protected override {types.Name(content.Type)} ReadInventories(ref {RuntimeNames.Reader} reader) => {types.Read(content.Type)};");
    }

    /// <summary>Returns the member that contains the resources, if the runtime's classes have all members of the result.</summary>
    private static CatalogMember? Content(CatalogAction action)
    {
        if (action.Result.Count is not (1 or 2) || action.Result[0] is not { } content || AttributeEmitter.IsLater(content.Since, action.Since))
            return null;
        if (action.Result.Count == 1 && content is { Name: "inventory", Identifier: "Inventory", Type.Kind: ValueKind.Structure })
            return content;
        if (content is not { Name: "inventories", Identifier: "Inventories", Type: { Kind: ValueKind.List, Element.Kind: ValueKind.Structure } })
            return null;
        return action.Result.Count == 1 || action.Result[1] is { Name: "total", Identifier: "Total", Type.Kind: ValueKind.Int64, Since: null } ? content : null;
    }

    /// <summary>
    /// Returns the names that hide a type's name inside <c>Result</c>: inherited properties and the properties of the enclosing action.
    /// </summary>
    private static EquatableArray<string> NamesAround(CatalogAction action)
    {
        var names = new List<string>(CatalogAction.InheritedNames);
        foreach (CatalogMember parameter in action.Parameters)
            names.Add(parameter.Identifier);
        return names.ToEquatableArray();
    }
}
