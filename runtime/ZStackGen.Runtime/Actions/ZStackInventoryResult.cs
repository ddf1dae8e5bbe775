namespace ZStack;

/// <summary>The response of an API that returns one resource. Generated results derive from it.</summary>
/// <typeparam name="T">The type of the resource.</typeparam>
public abstract class ZStackInventoryResult<T> : ZStackResult
    where T : ZStackStructure
{
    private T? _inventory;

    /// <summary>Gets or sets the resource.</summary>
    /// <exception cref="ZStackMissingMemberException">The response contains no resource.</exception>
    public T Inventory
    {
        get => _inventory ?? throw ZStackMissingMemberException.Of(this, "inventory");
        set => _inventory = value;
    }

    /// <summary>Reads the resource.</summary>
    /// <param name="reader">The reader, positioned at the opening brace of the resource.</param>
    /// <returns>The resource.</returns>
    protected abstract T ReadInventory(ref JsonReader reader);

    /// <inheritdoc/>
    protected internal override bool ReadMember(ref JsonReader reader)
    {
        if (!reader.NameIs("inventory"u8))
            return base.ReadMember(ref reader);
        _inventory = reader.IsNull ? null : ReadInventory(ref reader);
        return true;
    }

    /// <inheritdoc/>
    protected internal override void WriteMembers(ref JsonBodyWriter writer)
    {
        base.WriteMembers(ref writer);
        writer.Structure("inventory"u8, _inventory);
    }
}
